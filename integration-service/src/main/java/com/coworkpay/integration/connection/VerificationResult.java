package com.coworkpay.integration.connection;

import com.coworkpay.integration.location.domain.CheckResult;
import com.coworkpay.kakaopay.connector.Code;
import com.coworkpay.kakaopay.connector.NotSentReason;
import com.coworkpay.kakaopay.connector.Order;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.Ready;
import com.coworkpay.kakaopay.connector.RefusalReason;
import com.coworkpay.kakaopay.connector.UnknownReason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// KakaoPay's answer to one verification of a credential: what an outcome says about the credential that was used.
///
/// @param tid of the `ready` that was accepted; nobody ever pays it, later checks ask for it
/// @param code what KakaoPay or the network said, for a person who wants to look it up: numbers and words, no texts
record VerificationResult(CheckResult result, Optional<String> tid, Optional<String> code) {

    private static VerificationResult accepted(String tid) {
        return new VerificationResult(CheckResult.ACCEPTED, Optional.of(tid), Optional.empty());
    }

    private static VerificationResult of(CheckResult result, String code) {
        return new VerificationResult(result, Optional.empty(), Optional.of(code));
    }

    boolean isAccepted() {
        return result == CheckResult.ACCEPTED;
    }

    static VerificationResult ofReady(Outcome<Ready> outcome) {
        return switch (outcome) {
            case Outcome.Done<Ready> done ->
                VerificationResult.accepted(done.value().tid());
            case Outcome.Refused<Ready> refused -> unexpected(refused.reason(), refused.code());
            case Outcome.NotSent<Ready> notSent -> of(notSent.reason(), notSent.code());
            case Outcome.Unknown<Ready> unknown -> of(unknown.reason(), unknown.code());
        };
    }

    /// KakaoPay looks at the key and the CID before it looks for the TID, so "no such TID" accepts both.
    static VerificationResult ofOrder(Outcome<Order> outcome, String tid) {
        return switch (outcome) {
            case Outcome.Done<Order> _ -> VerificationResult.accepted(tid);
            case Outcome.Refused<Order> refused -> ofOrderRefusal(refused, tid);
            case Outcome.NotSent<Order> notSent -> of(notSent.reason(), notSent.code());
            case Outcome.Unknown<Order> unknown -> of(unknown.reason(), unknown.code());
        };
    }

    private static VerificationResult ofOrderRefusal(Outcome.Refused<Order> refused, String tid) {
        boolean tidOnly = refused.reason() == RefusalReason.NO_SUCH_TID || refused.reason() == RefusalReason.EXPIRED;
        return tidOnly ? VerificationResult.accepted(tid) : unexpected(refused.reason(), refused.code());
    }

    private static VerificationResult of(NotSentReason reason, @Nullable Code code) {
        return VerificationResult.of(resultOf(reason), text(reason, code));
    }

    private static CheckResult resultOf(NotSentReason reason) {
        return switch (reason) {
            case WRONG_KEY -> CheckResult.WRONG_KEY;
            case WRONG_CID, WRONG_MERCHANT -> CheckResult.WRONG_CID;
            case DOMAIN_NOT_REGISTERED -> CheckResult.DOMAIN_NOT_REGISTERED;
            case NOT_ENABLED -> CheckResult.NOT_ENABLED;
            case IP_NOT_ALLOWED -> CheckResult.IP_NOT_ALLOWED;
            case QUOTA_EXCEEDED -> CheckResult.QUOTA_EXCEEDED;
            case CONNECT_REFUSED,
                    HOST_UNKNOWN,
                    CONNECT_TIMEOUT,
                    TLS_FAILED,
                    NOT_CONNECTED,
                    BREAKER_OPEN,
                    BULKHEAD_FULL,
                    TOO_MANY_CONNECTIONS,
                    ACCOUNT_GONE,
                    INTEGRATION_SERVICE_UNAVAILABLE,
                    SEAL_BROKEN -> CheckResult.NOT_REACHABLE;
            case WRONG_CID_SECRET, NO_PERMISSION, ACCOUNT_BLOCKED -> CheckResult.UNEXPECTED;
        };
    }

    private static VerificationResult of(UnknownReason reason, @Nullable Code code) {
        var result =
                switch (reason) {
                    case TIMEOUT, CONNECTION_LOST, SERVER_ERROR, MAINTENANCE -> CheckResult.NOT_REACHABLE;
                    case ANSWER_TOO_LARGE,
                            MALFORMED_ANSWER,
                            MISMATCH,
                            ALREADY_DONE_OR_WRONG_STATE,
                            IN_PROGRESS_ELSEWHERE,
                            BANK_UNCLEAR,
                            CANCEL_REFUSAL_UNCLEAR,
                            UNDOCUMENTED_ANSWER,
                            INTERNAL -> CheckResult.UNEXPECTED;
                };
        return VerificationResult.of(result, text(reason, code));
    }

    private static VerificationResult unexpected(RefusalReason reason, Code code) {
        return VerificationResult.of(CheckResult.UNEXPECTED, text(reason, code));
    }

    private static String text(Enum<?> reason, @Nullable Code code) {
        return code == null ? reason.name() : reason.name() + " (" + code + ")";
    }
}
