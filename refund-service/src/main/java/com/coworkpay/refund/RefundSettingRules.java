package com.coworkpay.refund;

import com.coworkpay.kakaopay.accounts.CallTimes;
import com.coworkpay.kakaopay.accounts.SettingRule;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Checks settings that depend on each other; the service does not start otherwise. A short lease would not move money
/// twice, but would make an outcome unknown while its answer is still to come.
@Startup
@Singleton
class RefundSettingRules {

    private static final String PREFIX = "coworkpay.refund.";

    /// What KakaoPay advises where a bank's answer is missing.
    private static final Duration BANK = Duration.ofMinutes(20);

    RefundSettingRules(RefundConfig config, CallTimes times) {
        execution(config.refund().execution(), times);
        settlement(config.refund().settlement(), times);
        time("approval.expires-after", config.refund().approval().expiresAfter())
                .isPositive();
        time("approval.expire-every", config.refund().approval().expireEvery()).isPositive();
        comparison(config.refund().comparison(), times);
        refundBatch(config.refund().batch());
        time("decision.sweep-every", config.refund().decision().sweepEvery()).isPositive();
        time("decision.after-refund", config.refund().decision().afterRefund()).isPositive();
        time("decision.within", config.refund().decision().within()).isPositive();
    }

    private static void execution(RefundConfig.Execution config, CallTimes times) {
        batch("execution.batch", config.batch());
        time("execution.poll", config.poll()).isPositive();
        outlivesACall("execution.lease", config.lease(), "a claim must outlive the call that it stands for", times);
        pauses("execution", config.firstPause(), config.maxPause());
        SettingRule.of(PREFIX + "execution.record-attempts", config.recordAttempts())
                .isBetween(1, 100, "an answer is recorded at least once");
        time("execution.record-pause", config.recordPause()).isPositive();
    }

    private static void settlement(RefundConfig.Settlement config, CallTimes times) {
        batch("settlement.batch", config.batch());
        time("settlement.poll", config.poll()).isPositive();
        time("settlement.measure", config.measure()).isPositive();
        outlivesACall("settlement.lease", config.lease(), "a worker makes an order inquiry in it", times);
        pauses("settlement", config.firstPause(), config.maxPause());
        time("settlement.max-pause-in-review", config.maxPauseInReview())
                .isAtLeast(config.maxPause(), PREFIX + "settlement.max-pause", "pauses grow up to it");
        outlivesACall("settlement.quiet-after", config.quietAfter(), "a cancel may still be in flight", times);
        time("settlement.bank-quiet-after", config.bankQuietAfter())
                .isAtLeast(BANK, "what KakaoPay advises", "a bank's deal may still be completed");
        time("settlement.manual-review-after", config.manualReviewAfter())
                .isAtLeast(
                        config.quietAfter(),
                        PREFIX + "settlement.quiet-after",
                        "a refund goes to manual review only after it");
        SettingRule.of(PREFIX + "settlement.manual-review-attempts", config.manualReviewAttempts())
                .isBetween(1, 1000, "a refund goes to manual review after some attempts");
    }

    private static void comparison(RefundConfig.Comparison config, CallTimes times) {
        batch("comparison.batch", config.batch());
        time("comparison.poll", config.poll()).isPositive();
        outlivesACall("comparison.lease", config.lease(), "a worker makes an order inquiry in it", times);
        SettingRule.of(PREFIX + "comparison.daily-quota", config.dailyQuota())
                .isBetween(1, 1_000_000, "without it nothing is compared");
        time("comparison.window", config.window()).isPositive();
        time("comparison.account-pause", config.accountPause()).isPositive();
    }

    private static void refundBatch(RefundConfig.Batch config) {
        batch("batch.chunk", config.chunk());
        batch("batch.window", config.window());
        batch("batch.in-flight", config.inFlight());
        time("batch.poll", config.poll()).isPositive();
        time("batch.lease", config.lease()).isPositive();
        time("batch.pause", config.pause()).isPositive();
    }

    private static void batch(String setting, int value) {
        SettingRule.of(PREFIX + setting, value).isBetween(1, 1000, "without a place nothing is processed");
    }

    private static void pauses(String of, Duration first, Duration max) {
        time(of + ".first-pause", first).isPositive();
        time(of + ".max-pause", max).isAtLeast(first, PREFIX + of + ".first-pause", "pauses grow up to it");
    }

    private static void outlivesACall(String setting, Duration value, String why, CallTimes times) {
        time(setting, value)
                .isAtLeast(
                        times.maxCallWithFetch(), "the longest call of KakaoPay and the fetch of its credential", why);
    }

    private static SettingRule.Time time(String setting, Duration value) {
        return SettingRule.of(PREFIX + setting, value);
    }
}
