package com.coworkpay.payment;

import com.coworkpay.kakaopay.accounts.CallTimes;
import com.coworkpay.kakaopay.accounts.SettingRule;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;

/// What must hang together among this service's settings; it does not start with others. Short leases would move no
/// money
/// twice, but they make doubt of answers that are still on their way.
@Startup
@Singleton
class PaymentSettingRules {

    private static final String PREFIX = "coworkpay.payment.";

    /// Ready's fifteen minutes at KakaoPay.
    private static final Duration TID_LIVES = Duration.ofMinutes(15);

    private static final Duration MARGIN = Duration.ofMinutes(1);

    PaymentSettingRules(PaymentConfig config, CallTimes times) {
        initiation(config.payment().initiation(), times);
        approval(config.payment().approval(), times);
        settlement(config.payment().settlement(), config.payment().initiation().payWithin(), times);
    }

    private static void initiation(PaymentConfig.Initiation config, CallTimes times) {
        time("initiation.pay-within", config.payWithin()).isPositive();
        time("initiation.pay-within", config.payWithin())
                .isAtMost(TID_LIVES, "the life of a TID", "KakaoPay takes no approval after it");
        outlivesACall("initiation.ready-lease", config.readyLease(), times);
    }

    private static void approval(PaymentConfig.Approval config, CallTimes times) {
        outlivesACall("approval.lease", config.lease(), times);
        SettingRule.of(PREFIX + "approval.record-attempts", config.recordAttempts())
                .isBetween(1, 100, "an answer is recorded at least once");
        time("approval.record-pause", config.recordPause()).isPositive();
    }

    private static void settlement(PaymentConfig.Settlement config, Duration payWithin, CallTimes times) {
        SettingRule.of(PREFIX + "settlement.batch", config.batch())
                .isBetween(1, 1000, "without a place nothing is settled");
        time("settlement.poll", config.poll()).isPositive();
        time("settlement.measure", config.measure()).isPositive();
        time("settlement.first-pause", config.firstPause()).isPositive();
        time("settlement.max-pause", config.maxPause())
                .isAtLeast(config.firstPause(), PREFIX + "settlement.first-pause", "pauses grow up to it");
        time("settlement.lease", config.lease())
                .isAtLeast(
                        times.maxCall().multipliedBy(2),
                        "two of the longest calls of KakaoPay",
                        "a worker asks order and may repeat approve");
        time("settlement.quiet-after", config.quietAfter())
                .isAtLeast(
                        times.maxCallWithFetch(),
                        "the longest call of KakaoPay and the fetch of its credential",
                        "an approve may still be on its way");
        time("settlement.dead-after", config.deadAfter())
                .isAtLeast(
                        payWithin.plus(MARGIN),
                        PREFIX + "initiation.pay-within and a minute",
                        "nothing is called dead that KakaoPay may still take");
        time("settlement.dead-after", config.deadAfter())
                .isAtLeast(
                        TID_LIVES.plus(MARGIN),
                        "the life of a TID and a minute",
                        "nothing is called dead that KakaoPay may still take");
        time("settlement.manual-review-after", config.manualReviewAfter()).isPositive();
        time("settlement.decline-inquiry-after", config.declineInquiryAfter()).isPositive();
        time("settlement.late-inquiry-after", config.lateInquiryAfter())
                .isAtLeast(
                        config.quietAfter(),
                        PREFIX + "settlement.quiet-after",
                        "a late look has to come after the last answer that can come");
        time("settlement.late-inquiry-for", config.lateInquiryFor())
                .isAtLeast(
                        config.lateInquiryAfter(),
                        PREFIX + "settlement.late-inquiry-after",
                        "else there is no late look");
        time("settlement.late-inquiry-pause", config.lateInquiryPause())
                .isAtLeast(config.maxPause(), PREFIX + "settlement.max-pause", "pauses only grow");
    }

    private static void outlivesACall(String setting, Duration lease, CallTimes times) {
        time(setting, lease)
                .isAtLeast(
                        times.maxCallWithFetch(),
                        "the longest call of KakaoPay and the fetch of its credential",
                        "a claim must outlive the call that it stands for");
    }

    private static SettingRule.Time time(String setting, Duration value) {
        return SettingRule.of(PREFIX + setting, value);
    }
}
