package com.coworkpay.payment.kakaopay;

import com.coworkpay.kakaopay.accounts.NoCredentialException;
import com.coworkpay.kakaopay.connector.NotSentReason;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.Ready;
import com.coworkpay.payment.initiation.domain.ReadyOutcome;
import com.coworkpay.payment.initiation.domain.ReadyOutcome.GatewayIssue;

/// Maps the connector's outcome of ready to the domain's.
final class ReadyOutcomeMapper {

    private ReadyOutcomeMapper() {}

    static ReadyOutcome of(Outcome<Ready> outcome) {
        return switch (outcome) {
            case Outcome.Done<Ready>(Ready ready) ->
                new ReadyOutcome.Done(new com.coworkpay.payment.domain.Ready(
                        ready.tid(),
                        ready.redirectPcUrl(),
                        ready.redirectMobileUrl(),
                        ready.redirectAppUrl(),
                        ready.androidAppScheme(),
                        ready.iosAppScheme()));
            case Outcome.Refused<Ready> declined ->
                new ReadyOutcome.Declined(declined.reason().name());
            case Outcome.NotSent<Ready> notSent ->
                new ReadyOutcome.NotSent(
                        issueOf(notSent.reason()), notSent.reason().name());
            case Outcome.Unknown<Ready> unknown ->
                new ReadyOutcome.Unknown(unknown.reason().name());
        };
    }

    static ReadyOutcome noCredential(NoCredentialException failure) {
        GatewayIssue issue = failure.why() == NoCredentialException.Why.ACCOUNT_GONE
                ? GatewayIssue.CREDENTIAL
                : GatewayIssue.UNREACHABLE;
        return new ReadyOutcome.NotSent(issue, failure.why().name());
    }

    private static GatewayIssue issueOf(NotSentReason reason) {
        return switch (reason) {
            case DOMAIN_NOT_REGISTERED -> GatewayIssue.DOMAIN;
            case NOT_ENABLED, IP_NOT_ALLOWED -> GatewayIssue.NOT_ENABLED;
            case QUOTA_EXCEEDED -> GatewayIssue.QUOTA;
            case WRONG_KEY, WRONG_CID, WRONG_CID_SECRET, WRONG_MERCHANT, NO_PERMISSION, ACCOUNT_BLOCKED ->
                GatewayIssue.CREDENTIAL;
            default -> GatewayIssue.UNREACHABLE;
        };
    }
}
