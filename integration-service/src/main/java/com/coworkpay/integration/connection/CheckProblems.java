package com.coworkpay.integration.connection;

import com.coworkpay.integration.IntegrationProblem;
import com.coworkpay.integration.location.domain.CheckResult;
import com.coworkpay.platform.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;

/// The problem by which a refused credential is answered.
final class CheckProblems {

    private static final ZoneId KST = ZoneId.of("Asia/Seoul");
    private static final Duration SOON = Duration.ofSeconds(30);

    private CheckProblems() {}

    /// @param siteDomains what has to be registered in KakaoPay's console
    static ProblemException of(VerificationResult verification, List<String> siteDomains) {
        var problem = ProblemException.of(typeOf(verification.result()));
        verification.code().ifPresent(problem::code);
        return switch (verification.result()) {
            case WRONG_KEY -> problem.field("key");
            case WRONG_CID -> problem.field("cid");
            case DOMAIN_NOT_REGISTERED -> problem.with("siteDomains", String.join(", ", siteDomains));
            case QUOTA_EXCEEDED -> problem.retryAfter(untilMidnight(ZonedDateTime.now(Clock.system(KST))));
            case NOT_REACHABLE -> problem.retryAfter(SOON);
            case UNEXPECTED -> problem.with("code", verification.code().orElse("?"));
            case ACCEPTED, NOT_ENABLED, IP_NOT_ALLOWED -> problem;
        };
    }

    static IntegrationProblem typeOf(CheckResult result) {
        return switch (result) {
            case ACCEPTED -> throw new IllegalArgumentException("accepted is no problem");
            case WRONG_KEY -> IntegrationProblem.WRONG_KEY;
            case WRONG_CID -> IntegrationProblem.WRONG_CID;
            case DOMAIN_NOT_REGISTERED -> IntegrationProblem.SITE_DOMAIN_NOT_REGISTERED;
            case NOT_ENABLED -> IntegrationProblem.ONLINE_PAYMENT_NOT_ENABLED;
            case IP_NOT_ALLOWED -> IntegrationProblem.SERVER_ADDRESS_NOT_ALLOWED;
            case QUOTA_EXCEEDED -> IntegrationProblem.KAKAOPAY_QUOTA_EXCEEDED;
            case NOT_REACHABLE -> IntegrationProblem.KAKAOPAY_NOT_REACHABLE;
            case UNEXPECTED -> IntegrationProblem.KAKAOPAY_UNEXPECTED_ANSWER;
        };
    }

    /// KakaoPay counts calls per day, and starts again at 00:00 in Seoul.
    static Duration untilMidnight(ZonedDateTime nowInSeoul) {
        var midnight =
                nowInSeoul.toLocalDate().plusDays(1).atTime(LocalTime.MIDNIGHT).atZone(KST);
        return Duration.between(nowInSeoul, midnight);
    }
}
