package com.coworkpay.platform.identity;

import io.quarkus.security.PermissionsAllowed;
import jakarta.inject.Singleton;

/// Quarkus refuses to build a service where a permission has a checker and no method asks for it. No service asks for
/// all of them, so they are asked for here. Nothing calls it.
@Singleton
class EveryPermission {

    @PermissionsAllowed({
        Permissions.INTEGRATION_MANAGE,
        Permissions.PAYMENT_READ,
        Permissions.REFUND_CREATE,
        Permissions.REFUND_APPROVE,
        Permissions.SCHEDULE_MANAGE,
        Permissions.BOOKING_MANAGE,
        Permissions.CANCELLATION_CREATE,
        Permissions.REPORT_READ,
        Permissions.LOCATION_MANAGE,
        Permissions.PAYMENT_CREATE,
        Permissions.PAYMENT_RESOLVE,
        Permissions.REFUND_RESOLVE
    })
    void atALocation(String locationId) {}

    @PermissionsAllowed({Permissions.CREDENTIAL_READ, Permissions.PROJECTION_REBUILD, Permissions.DEAD_LETTER_MANAGE})
    void everywhere() {}
}
