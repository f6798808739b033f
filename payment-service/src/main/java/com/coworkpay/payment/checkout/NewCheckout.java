package com.coworkpay.payment.checkout;

import com.coworkpay.payment.initiation.Fingerprint;
import com.coworkpay.payment.initiation.IdempotencyKey;
import com.coworkpay.payment.initiation.PaymentTerms;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A checkout to make.
///
/// @param expiresAt null: after the usual time
record NewCheckout(
        IdempotencyKey key,
        PaymentTerms terms,
        @Nullable Instant expiresAt,
        @Nullable String language) {

    byte[] requestHash() {
        return Fingerprint.of(terms, expiresAt, language);
    }
}
