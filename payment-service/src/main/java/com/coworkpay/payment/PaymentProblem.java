package com.coworkpay.payment;

import com.coworkpay.platform.problem.ProblemType;
import java.util.Locale;

/// Why a payment is not initiated, inquired about or resolved, each with its own `type`.
public enum PaymentProblem implements ProblemType {
    /// No merchant account takes payments at this location.
    LOCATION_NOT_CONNECTED(409),
    /// KakaoPay is switched off for this kind of payable.
    PAYABLE_SWITCHED_OFF(409),
    /// The location's account is one of KakaoPay's test accounts, which this installation does not take.
    TEST_ACCOUNT_NOT_ALLOWED(409),
    PAYABLE_CANCELED(409),
    PAYABLE_ALREADY_PAID(409),
    /// Another payment of the payable is being approved, or its outcome is not known yet.
    PAYMENT_UNSETTLED(409),

    CHECKOUT_EXPIRED(409),
    /// No more attempts to pay this checkout.
    CHECKOUT_ATTEMPTS_USED(409),
    /// `expiresAt` of a checkout is past, or more than seven days ahead.
    CHECKOUT_EXPIRY_OUT_OF_RANGE(400),

    IDEMPOTENCY_KEY_REQUIRED(400),
    IDEMPOTENCY_KEY_REUSED(422),
    REQUEST_IN_PROGRESS(409),
    /// The payment of this key ended before KakaoPay had answered.
    PAYMENT_ENDED(409),

    KAKAOPAY_DECLINED(422),
    KAKAOPAY_CREDENTIAL_REFUSED(502),
    KAKAOPAY_DOMAIN_NOT_REGISTERED(502),
    KAKAOPAY_NOT_ENABLED(502),
    KAKAOPAY_QUOTA_EXCEEDED(503),
    KAKAOPAY_UNREACHABLE(503),
    /// Ready may have been received: the same key may be used again.
    KAKAOPAY_NO_ANSWER(503),
    /// Ready went unanswered three times under this key.
    KAKAOPAY_GAVE_UP(502),
    /// Paid: a refund gives the money back, a cancellation does not.
    PAYMENT_IS_PAID(409),
    /// An approve may be under way, or may have taken effect.
    PAYMENT_IS_BEING_CHECKED(409),
    PAYMENT_HAS_FAILED(409),
    /// This process holds as many streams as it may.
    STREAMS_FULL(503),
    /// Of one payment or checkout.
    TOO_MANY_STREAMS(429),
    /// Somebody made an order inquiry about this payment a moment ago.
    CHECKED_JUST_NOW(429),
    /// The payment is not in manual review.
    NOTHING_TO_RESOLVE(409),
    /// An approve may be under way, or the payer may still pay.
    RESOLUTION_TOO_EARLY(409),
    /// "Paid", and KakaoPay's order does not say so.
    RESOLUTION_NOT_CONFIRMED(409),
    /// KakaoPay's order says that it was paid; that is recorded.
    RESOLUTION_CONTRADICTED(409);

    private final int status;

    PaymentProblem(int status) {
        this.status = status;
    }

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return "problems/payment";
    }
}
