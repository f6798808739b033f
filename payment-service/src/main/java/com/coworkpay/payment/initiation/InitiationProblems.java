package com.coworkpay.payment.initiation;

import com.coworkpay.kakaopay.connector.NotSentReason;
import com.coworkpay.payment.PaymentProblem;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.platform.problem.ProblemException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Maps each rejection to its problem, with the field at fault and, where there is one, the time after which to retry.
public final class InitiationProblems {

    /// An approval takes up to twenty seconds, an unknown outcome is inquired about a few seconds later.
    private static final Duration UNSETTLED = Duration.ofSeconds(10);

    private static final Duration IN_PROGRESS = Duration.ofSeconds(3);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration QUOTA = Duration.ofMinutes(10);

    private InitiationProblems() {}

    public static ProblemException of(RejectionReason reason) {
        return switch (reason) {
            case LOCATION_NOT_CONNECTED -> problem(PaymentProblem.LOCATION_NOT_CONNECTED);
            case PAYABLE_SWITCHED_OFF ->
                problem(PaymentProblem.PAYABLE_SWITCHED_OFF).field("payable.type");
            case TEST_ACCOUNT_NOT_ALLOWED -> problem(PaymentProblem.TEST_ACCOUNT_NOT_ALLOWED);
            case PAYABLE_CANCELED -> problem(PaymentProblem.PAYABLE_CANCELED).field("payable.id");
            case PAYABLE_ALREADY_PAID ->
                problem(PaymentProblem.PAYABLE_ALREADY_PAID).field("payable.id");
            case PAYMENT_UNSETTLED ->
                problem(PaymentProblem.PAYMENT_UNSETTLED).field("payable.id").retryAfter(UNSETTLED);
            case CHECKOUT_EXPIRED -> problem(PaymentProblem.CHECKOUT_EXPIRED);
            case CHECKOUT_ATTEMPTS_USED -> problem(PaymentProblem.CHECKOUT_ATTEMPTS_USED);
        };
    }

    /// What the caller has to do where ready was not sent: connect again, register the domain, wait.
    static ProblemException of(NotSentReason reason) {
        return switch (reason) {
            case DOMAIN_NOT_REGISTERED -> problem(PaymentProblem.KAKAOPAY_DOMAIN_NOT_REGISTERED);
            case NOT_ENABLED, IP_NOT_ALLOWED -> problem(PaymentProblem.KAKAOPAY_NOT_ENABLED);
            case QUOTA_EXCEEDED ->
                problem(PaymentProblem.KAKAOPAY_QUOTA_EXCEEDED).retryAfter(QUOTA);
            case WRONG_KEY, WRONG_CID, WRONG_CID_SECRET, WRONG_MERCHANT, NO_PERMISSION, ACCOUNT_BLOCKED, ACCOUNT_GONE ->
                problem(PaymentProblem.KAKAOPAY_CREDENTIAL_REFUSED);
            case CONNECT_REFUSED,
                    HOST_UNKNOWN,
                    CONNECT_TIMEOUT,
                    TLS_FAILED,
                    NOT_CONNECTED,
                    BREAKER_OPEN,
                    BULKHEAD_FULL,
                    TOO_MANY_CONNECTIONS,
                    INTEGRATION_SERVICE_UNAVAILABLE,
                    SEAL_BROKEN -> problem(PaymentProblem.KAKAOPAY_UNREACHABLE).retryAfter(SOON);
        };
    }

    public static ProblemException keyReused() {
        return problem(PaymentProblem.IDEMPOTENCY_KEY_REUSED).field("Idempotency-Key");
    }

    public static ProblemException requestInProgress() {
        return problem(PaymentProblem.REQUEST_IN_PROGRESS).retryAfter(IN_PROGRESS);
    }

    static ProblemException noAnswer() {
        return problem(PaymentProblem.KAKAOPAY_NO_ANSWER).retryAfter(SOON);
    }

    static ProblemException gaveUp() {
        return problem(PaymentProblem.KAKAOPAY_GAVE_UP);
    }

    /// @param code KakaoPay's reason
    static ProblemException declinedByKakaoPay(String code) {
        return problem(PaymentProblem.KAKAOPAY_DECLINED).code(code);
    }

    static ProblemException ended(@Nullable Reason reason) {
        ProblemException ended = problem(PaymentProblem.PAYMENT_ENDED);
        return reason == null ? ended : ended.code(reason.name());
    }

    private static ProblemException problem(PaymentProblem type) {
        return ProblemException.of(type);
    }
}
