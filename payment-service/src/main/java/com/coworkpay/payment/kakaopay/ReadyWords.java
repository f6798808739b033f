package com.coworkpay.payment.kakaopay;

import com.coworkpay.kakaopay.accounts.NoCredential;
import com.coworkpay.kakaopay.connector.NotSentReason;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.Ready;
import com.coworkpay.payment.initiation.domain.ReadyAnswer;
import com.coworkpay.payment.initiation.domain.ReadyAnswer.Trouble;

/// The connector's outcome of ready in the words of initiation.
final class ReadyWords {

    private ReadyWords() {}

    static ReadyAnswer of(Outcome<Ready> outcome) {
        return switch (outcome) {
            case Outcome.Done<Ready>(Ready ready) ->
                new ReadyAnswer.Ready(
                        ready.tid(),
                        ready.redirectPcUrl(),
                        ready.redirectMobileUrl(),
                        ready.redirectAppUrl(),
                        ready.androidAppScheme(),
                        ready.iosAppScheme());
            case Outcome.Refused<Ready> refused ->
                new ReadyAnswer.Refused(refused.reason().name());
            case Outcome.NotSent<Ready> notSent ->
                new ReadyAnswer.NotSent(
                        troubleOf(notSent.reason()), notSent.reason().name());
            case Outcome.Unknown<Ready> unknown ->
                new ReadyAnswer.NoAnswer(unknown.reason().name());
        };
    }

    static ReadyAnswer noCredential(NoCredential failure) {
        Trouble trouble = failure.why() == NoCredential.Why.ACCOUNT_GONE ? Trouble.CREDENTIAL : Trouble.UNREACHABLE;
        return new ReadyAnswer.NotSent(trouble, failure.why().name());
    }

    private static Trouble troubleOf(NotSentReason reason) {
        return switch (reason) {
            case DOMAIN_NOT_REGISTERED -> Trouble.DOMAIN;
            case NOT_ENABLED, IP_NOT_ALLOWED -> Trouble.NOT_ENABLED;
            case QUOTA_EXCEEDED -> Trouble.QUOTA;
            case WRONG_KEY, WRONG_CID, WRONG_CID_SECRET, WRONG_MERCHANT, NO_PERMISSION, ACCOUNT_BLOCKED ->
                Trouble.CREDENTIAL;
            default -> Trouble.UNREACHABLE;
        };
    }
}
