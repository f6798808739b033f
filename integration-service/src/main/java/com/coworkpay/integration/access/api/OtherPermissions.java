package com.coworkpay.integration.access.api;

import com.coworkpay.platform.identity.Permissions;
import io.quarkus.arc.Unremovable;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.context.ApplicationScoped;

/// Quarkus refuses to build a service where a checker of the identity library guards nothing. Here are those that
/// guard nothing in this service.
@Unremovable
@ApplicationScoped
public class OtherPermissions {

    @PermissionsAllowed({
        Permissions.PAYMENT_READ,
        Permissions.PAYMENT_CREATE,
        Permissions.REFUND_CREATE,
        Permissions.REFUND_APPROVE,
        Permissions.REPORT_READ
    })
    public String heldBySomebodyAt(String locationId) {
        return locationId;
    }
}
