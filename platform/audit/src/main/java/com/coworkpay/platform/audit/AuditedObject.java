package com.coworkpay.platform.audit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What an audit row is about.
///
/// @param locationId null: of the whole installation
/// @param id of the object, among those of its type at its location
/// @param paymentId the payment that it is, or is part of
public record AuditedObject(
        @Nullable String locationId,
        ObjectType type,
        String id,
        @Nullable UUID paymentId) {

    public static AuditedObject payment(String locationId, UUID paymentId) {
        return new AuditedObject(locationId, ObjectType.PAYMENT, paymentId.toString(), paymentId);
    }

    public static AuditedObject refund(String locationId, UUID paymentId, UUID refundId) {
        return new AuditedObject(locationId, ObjectType.REFUND, refundId.toString(), paymentId);
    }

    public static AuditedObject of(String locationId, ObjectType type, Object id) {
        return new AuditedObject(locationId, type, id.toString(), null);
    }

    /// Of no location.
    public static AuditedObject ofInstallation(ObjectType type, Object id) {
        return new AuditedObject(null, type, id.toString(), null);
    }
}
