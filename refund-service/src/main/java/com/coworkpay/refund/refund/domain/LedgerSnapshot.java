package com.coworkpay.refund.refund.domain;

import com.coworkpay.refund.domain.Ledger;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payment's ledger when an administrator requests a refund, and the refund that was requested under the same key
/// before.
///
/// @param version of the ledger: a refund is stored on it or not at all
/// @param refunds how many the payment has, whatever became of them
/// @param existing the refund of the same caller and key, whatever payment it is of
public record LedgerSnapshot(
        long version, Ledger ledger, long refunds, @Nullable ExistingRefund existing) {

    public record ExistingRefund(UUID refundId, byte[] fingerprint) {
        public boolean isSame(NewRefund newRefund) {
            return MessageDigest.isEqual(fingerprint, newRefund.fingerprint());
        }
    }
}
