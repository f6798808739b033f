package com.coworkpay.payment.initiation;

import com.coworkpay.contracts.PaymentStateV1;
import com.coworkpay.payment.domain.Device;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jspecify.annotations.Nullable;

/// Whether two requests under one idempotency key are the same: SHA-256 over every field, each with its length, so that
/// no two different requests can run together. Spelling that means the same (order of members, an absent VAT and the
/// usual one) is the same request. A text counts as it was sent, before it is normalised: another way to normalise does
/// not make another request of it.
public final class Fingerprint {

    private final MessageDigest digest;

    private Fingerprint() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] of(NewPayment payment) {
        return new Fingerprint().terms(payment.terms(), payment.device()).digest.digest();
    }

    /// @param more what else belongs to the request
    public static byte[] of(PaymentTerms terms, @Nullable Object... more) {
        Fingerprint fingerprint = new Fingerprint().terms(terms, null);
        for (Object each : more) {
            fingerprint.add(each);
        }
        return fingerprint.digest.digest();
    }

    private Fingerprint terms(PaymentTerms p, @Nullable Device device) {
        PaymentStateV1.Payable payable = p.payable();
        return add("1").add(p.locationId())
                .add(p.payerId())
                .add(p.ownerId())
                .add(p.ownerRole())
                .add(payable.type())
                .add(payable.id())
                .add(payable.resourceType())
                .add(payable.resourceId())
                .add(payable.eventId())
                .add(payable.startAt())
                .add(payable.day())
                .add(p.description().asSent())
                .add(p.amounts().totalKrw())
                .add(p.amounts().vatKrw())
                .add(p.amounts().taxFreeKrw())
                .add(p.quantity())
                .add(device)
                .add(p.returnUrl())
                .add(p.policy() == null ? null : p.policy().json());
    }

    private Fingerprint add(@Nullable Object value) {
        if (value == null) {
            digest.update(ByteBuffer.allocate(4).putInt(-1).array());
            return this;
        }
        byte[] bytes = value.toString().getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(4).putInt(bytes.length).array());
        digest.update(bytes);
        return this;
    }
}
