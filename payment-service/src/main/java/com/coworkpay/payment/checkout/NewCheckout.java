package com.coworkpay.payment.checkout;

import com.coworkpay.payment.domain.PaymentAction;
import com.coworkpay.payment.initiation.Fingerprint;
import com.coworkpay.payment.initiation.IdempotencyKey;
import com.coworkpay.payment.initiation.PaymentTerms;
import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditedObject;
import com.coworkpay.platform.audit.ObjectType;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A checkout to make.
///
/// @param actor who makes it
/// @param expiresAt null: after the usual time
record NewCheckout(
        Actor actor,
        IdempotencyKey key,
        PaymentTerms terms,
        @Nullable Instant expiresAt,
        @Nullable String language) {

    AuditEntry audit(UUID id) {
        return AuditEntry.done(
                        PaymentAction.CHECKOUT_CREATED,
                        actor,
                        AuditedObject.of(terms.locationId(), ObjectType.CHECKOUT, id))
                .with("payableType", terms.payable().type())
                .with("payableId", terms.payable().id())
                .with("totalKrw", terms.amounts().totalKrw());
    }

    byte[] requestHash() {
        return Fingerprint.of(terms, expiresAt, language);
    }
}
