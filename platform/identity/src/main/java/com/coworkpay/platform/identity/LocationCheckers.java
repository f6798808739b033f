package com.coworkpay.platform.identity;

import io.quarkus.security.PermissionChecker;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.inject.Singleton;

/// Answers `@PermissionsAllowed`. Quarkus binds a checker's parameters by name: `locationId` is the path parameter of
/// the resource method, and a method without one does not build. A refusal becomes 403 or 404 in [AccessProblems].
@Singleton
class LocationCheckers {

    private final String claim;

    LocationCheckers(IdentityConfig config) {
        this.claim = config.locationsClaim();
    }

    @PermissionChecker(Permissions.INTEGRATION_MANAGE)
    boolean integrationManage(SecurityIdentity identity, String locationId) {
        return grants(identity).allow(locationId, Permissions.INTEGRATION_MANAGE);
    }

    @PermissionChecker(Permissions.PAYMENT_READ)
    boolean paymentRead(SecurityIdentity identity, String locationId) {
        return grants(identity).allow(locationId, Permissions.PAYMENT_READ);
    }

    @PermissionChecker(Permissions.PAYMENT_RESOLVE)
    boolean paymentResolve(SecurityIdentity identity, String locationId) {
        return grants(identity).allow(locationId, Permissions.PAYMENT_RESOLVE);
    }

    @PermissionChecker(Permissions.REFUND_CREATE)
    boolean refundCreate(SecurityIdentity identity, String locationId) {
        return grants(identity).allow(locationId, Permissions.REFUND_CREATE);
    }

    @PermissionChecker(Permissions.REFUND_APPROVE)
    boolean refundApprove(SecurityIdentity identity, String locationId) {
        return grants(identity).allow(locationId, Permissions.REFUND_APPROVE);
    }

    @PermissionChecker(Permissions.REFUND_RESOLVE)
    boolean refundResolve(SecurityIdentity identity, String locationId) {
        return grants(identity).allow(locationId, Permissions.REFUND_RESOLVE);
    }

    @PermissionChecker(Permissions.SCHEDULE_MANAGE)
    boolean scheduleManage(SecurityIdentity identity, String locationId) {
        return grants(identity).allow(locationId, Permissions.SCHEDULE_MANAGE);
    }

    @PermissionChecker(Permissions.BOOKING_MANAGE)
    boolean bookingManage(SecurityIdentity identity, String locationId) {
        return grants(identity).allow(locationId, Permissions.BOOKING_MANAGE);
    }

    @PermissionChecker(Permissions.CANCELLATION_CREATE)
    boolean cancellationCreate(SecurityIdentity identity, String locationId) {
        return grants(identity).allow(locationId, Permissions.CANCELLATION_CREATE);
    }

    @PermissionChecker(Permissions.REPORT_READ)
    boolean reportRead(SecurityIdentity identity, String locationId) {
        return grants(identity).allow(locationId, Permissions.REPORT_READ);
    }

    @PermissionChecker(Permissions.LOCATION_MANAGE)
    boolean locationManage(SecurityIdentity identity, String locationId) {
        return grants(identity).allow(locationId, Permissions.LOCATION_MANAGE);
    }

    @PermissionChecker(Permissions.PAYMENT_CREATE)
    boolean paymentCreate(SecurityIdentity identity, String locationId) {
        return grants(identity).allow(locationId, Permissions.PAYMENT_CREATE);
    }

    @PermissionChecker(Permissions.CREDENTIAL_READ)
    boolean credentialRead(SecurityIdentity identity) {
        return grants(identity).allowEverywhere(Permissions.CREDENTIAL_READ);
    }

    @PermissionChecker(Permissions.PROJECTION_REBUILD)
    boolean projectionRebuild(SecurityIdentity identity) {
        return grants(identity).allowEverywhere(Permissions.PROJECTION_REBUILD);
    }

    @PermissionChecker(Permissions.DEAD_LETTER_MANAGE)
    boolean deadLetterManage(SecurityIdentity identity) {
        return grants(identity).allowEverywhere(Permissions.DEAD_LETTER_MANAGE);
    }

    private LocationGrants grants(SecurityIdentity identity) {
        return LocationGrants.of(identity, claim);
    }
}
