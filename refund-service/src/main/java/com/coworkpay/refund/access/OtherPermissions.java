package com.coworkpay.refund.access;

import com.coworkpay.platform.identity.Permissions;
import io.quarkus.security.PermissionsAllowed;
import jakarta.enterprise.context.ApplicationScoped;

/// Quarkus refuses to build a service that has a permission's checker and no method that asks for the permission. The
/// checkers come from the identity library, all of them; this names those that refund-service has no endpoint for.
/// Nothing calls it.
@ApplicationScoped
class OtherPermissions {

    @PermissionsAllowed({
        Permissions.PAYMENT_CREATE,
        Permissions.INTEGRATION_MANAGE,
        Permissions.REFUND_APPROVE,
        Permissions.REPORT_READ,
        Permissions.LOCATION_MANAGE
    })
    void atALocation(String locationId) {}

    @PermissionsAllowed(Permissions.CREDENTIAL_READ)
    void everywhere() {}
}
