package com.coworkpay.payment.initiation.domain;

import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Reason;
import java.security.MessageDigest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The payment that the same caller began under the same key, and the reply to a repeated request.
///
/// @param declineCode KakaoPay's reason, where it declined the payment
/// @param initiated the response of the first request, once the TID is known
/// @param readyInProgress a call of ready was claimed and may still be under way
/// @param readyAttempts calls of ready that KakaoPay may have received
/// @param expired its fifteen minutes are over without a TID
public record ExistingPayment(
        UUID id,
        long version,
        PaymentStatus status,
        @Nullable Reason reason,
        @Nullable String declineCode,
        byte[] fingerprint,
        @Nullable InitiatedPayment initiated,
        boolean readyInProgress,
        int readyAttempts,
        boolean expired) {

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
        if (!MessageDigest.isEqual(fingerprint, sameKeyRequest)) {
            return Reply.KEY_REUSED;
        }
        if (initiated != null) {
            return Reply.SAME_ANSWER;
        }
        return switch (status) {
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
        return readyAttempts < MAX_READY_ATTEMPTS ? Reply.CALL_READY_AGAIN : Reply.GAVE_UP;
    }
}
