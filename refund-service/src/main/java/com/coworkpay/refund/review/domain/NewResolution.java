package com.coworkpay.refund.review.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A resolution as a person requests it.
///
/// @param aid KakaoPay's id of the cancel, with `REFUNDED`
/// @param evidence what proves it
public record NewResolution(
        String locationId,
        UUID paymentId,
        UUID refundId,
        ResolutionOutcome outcome,
        @Nullable String aid,
        String evidence,
        @Nullable String note,
        String resolvedBy,
        String idempotencyKey) {

    /// Whether two requests under one key are the same: SHA-256 over every field, each with its length.
    public byte[] fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Object field : new Object[] {"1", locationId, paymentId, refundId, outcome, aid, evidence, note}) {
                byte[] bytes = String.valueOf(field).getBytes(StandardCharsets.UTF_8);
                digest.update(ByteBuffer.allocate(5)
                        .put((byte) (field == null ? 0 : 1))
                        .putInt(bytes.length)
                        .array());
                digest.update(bytes);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
