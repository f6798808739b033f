package com.coworkpay.refund.refund.domain;

import com.coworkpay.refund.domain.Ledger;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a payment stands when an administrator asks, and the refund that was asked for under the same key before.
///
/// @param version of the ledger: a refund is stored on it or not at all
/// @param refunds how many the payment has, whatever became of them
/// @param earlier the refund of the same caller and key, whatever payment it is of
public record Standing(
        long version, Ledger ledger, long refunds, @Nullable Earlier earlier) {

    public record Earlier(UUID refundId, byte[] fingerprint) {
        public boolean isSame(RefundWish wish) {
            return MessageDigest.isEqual(fingerprint, wish.fingerprint());
        }
    }
}
