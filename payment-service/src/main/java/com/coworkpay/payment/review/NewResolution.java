package com.coworkpay.payment.review;

import com.coworkpay.payment.domain.PaymentAction;
import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditedObject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a person resolves a payment, and on which evidence.
///
/// @param evidence where it was found: a page of KakaoPay's dashboard, a ticket number of its support
record NewResolution(
        String locationId,
        UUID paymentId,
        ResolutionOutcome outcome,
        String evidence,
        @Nullable String note,
        Actor actor,
        String idempotencyKey) {

    public String resolvedBy() {
        return actor.subject();
    }

    /// What is on record of it, done or refused.
    AuditEntry audit() {
        return AuditEntry.done(PaymentAction.PAYMENT_RESOLVED, actor, AuditedObject.payment(locationId, paymentId))
                .because(note == null ? evidence : evidence + "\n" + note)
                .with("resolution", outcome);
    }

    /// The same key with the same contents is the same resolution.
    public byte[] fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part :
                    new String[] {locationId, paymentId.toString(), outcome.name(), evidence, note == null ? "" : note
                    }) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
