package com.coworkpay.payment.initiation;

import com.coworkpay.payment.domain.Payment;
import java.security.MessageDigest;

/// The payment that the same caller began under the same key, and the reply to a repeated request.
///
/// @param readyInProgress a call of ready was claimed and may still be under way
/// @param expired its fifteen minutes are over without a TID
record ExistingPayment(Payment payment, boolean readyInProgress, boolean expired) {

    /// Each ready may leave an unpaid order at KakaoPay, so the number is limited.
    public static final int MAX_READY_ATTEMPTS = 3;

    public enum Reply {
        /// The same key with another body.
        KEY_REUSED,
        /// The response of the first request, unchanged.
        SAME_ANSWER,
        /// A concurrent request is working on it.
        REQUEST_IN_PROGRESS,
        /// Nobody knows a TID: ready may be called again under the same payment id.
        CALL_READY_AGAIN,
        /// Ready went unanswered three times.
        GAVE_UP,
        /// KakaoPay declined it.
        DECLINED_BY_KAKAOPAY,
        /// It ended (superseded, cancelled, expired) before KakaoPay answered.
        ENDED
    }

    public Reply replyTo(byte[] sameKeyRequest) {
        if (!MessageDigest.isEqual(payment.requestHash(), sameKeyRequest)) {
            return Reply.KEY_REUSED;
        }
        if (payment.ready() != null) {
            return Reply.SAME_ANSWER;
        }
        return switch (payment.status()) {
            case CREATED -> whileCreated();
            case FAILED -> Reply.DECLINED_BY_KAKAOPAY;
            case CANCELED, WAITING, APPROVING, UNKNOWN, PAID, OVERPAID -> Reply.ENDED;
        };
    }

    private Reply whileCreated() {
        if (readyInProgress) {
            return Reply.REQUEST_IN_PROGRESS;
        }
        if (expired) {
            return Reply.ENDED;
        }
        return payment.readyAttempts() < MAX_READY_ATTEMPTS ? Reply.CALL_READY_AGAIN : Reply.GAVE_UP;
    }
}
