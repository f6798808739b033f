package com.coworkpay.refund.refund.domain;

import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.refund.domain.RefundReason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A refund as an administrator requests it.
///
/// @param amountKrw absent: all that is left
/// @param balanceKrw the balance that the administrator saw; a stale one is refused
public record NewRefund(
        String locationId,
        UUID paymentId,
        @Nullable Long amountKrw,
        long balanceKrw,
        RefundReason reason,
        @Nullable HumanText note,
        String caller,
        String idempotencyKey) {

    public long requestedKrw() {
        return amountKrw == null ? balanceKrw : amountKrw;
    }

    /// Whether two requests under one key are the same: SHA-256 over every field, each with its length, so that no two
    /// different requests have the same input. A note counts as it was sent, before it was normalised: another
    /// version
    /// of the program, with other Unicode data, computes the same.
    public byte[] fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String sent = note == null ? null : note.asSent();
            for (Object field : new Object[] {"1", locationId, paymentId, amountKrw, balanceKrw, reason, sent}) {
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
