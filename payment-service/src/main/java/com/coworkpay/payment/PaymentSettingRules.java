package com.coworkpay.payment;

import com.coworkpay.kakaopay.accounts.CallTimes;
import com.coworkpay.kakaopay.accounts.SettingRule;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.time.Duration;

/// Rules between this service's settings; it does not start where they are broken. Short leases would not move money
/// twice, but make outcomes unknown whose answers are still under way.
@Startup
@Singleton
class PaymentSettingRules {

    private static final String PREFIX = "coworkpay.payment.";

    /// The life of a TID at KakaoPay, from ready.
    private static final Duration TID_LIVES = Duration.ofMinutes(15);

    /// A rule of the database too.
    private static final Duration CHECKOUT_LIVES = Duration.ofDays(7);

    private static final Duration MARGIN = Duration.ofMinutes(1);

    PaymentSettingRules(PaymentConfig config, CallTimes times) {
        initiation(config.payment().initiation(), times);
        checkout(config.payment().checkout());
        approval(config.payment().approval(), times);
        streams(config.payment().streams());
        settlement(config.payment().settlement(), config.payment().initiation().payWithin(), times);
    }

    private static void initiation(PaymentConfig.Initiation config, CallTimes times) {
        time("initiation.pay-within", config.payWithin()).isPositive();
        time("initiation.pay-within", config.payWithin())
                .isAtMost(TID_LIVES, "the life of a TID", "KakaoPay accepts no approval after it");
        isLongerThanACall("initiation.ready-lease", config.readyLease(), times);
    }

    private static void checkout(PaymentConfig.Checkout config) {
        time("checkout.valid-for", config.validFor()).isPositive();
        time("checkout.valid-for", config.validFor())
                .isAtMost(CHECKOUT_LIVES, "the life of a checkout", "its link is a key, and no key is for ever");
    }

    private static void approval(PaymentConfig.Approval config, CallTimes times) {
        isLongerThanACall("approval.lease", config.lease(), times);
        SettingRule.of(PREFIX + "approval.record-attempts", config.recordAttempts())
                .isBetween(1, 100, "an answer is recorded at least once");
        time("approval.record-pause", config.recordPause()).isPositive();
    }

    private static void streams(PaymentConfig.Streams config) {
        SettingRule.of(PREFIX + "streams.max-open", config.maxOpen())
                .isBetween(1, 100_000, "each holds a connection and a place in the poll");
        time("streams.poll", config.poll()).isPositive();
        time("streams.heartbeat", config.heartbeat()).isPositive();
        time("streams.lasts", config.lasts()).isPositive();
    }

    private static void settlement(PaymentConfig.Settlement config, Duration payWithin, CallTimes times) {
        SettingRule.of(PREFIX + "settlement.batch", config.batch())
                .isBetween(1, 1000, "without capacity nothing is settled");
        time("settlement.poll", config.poll()).isPositive();
        time("settlement.measure", config.measure()).isPositive();
        time("settlement.first-pause", config.firstPause()).isPositive();
        time("settlement.max-pause", config.maxPause())
                .isAtLeast(config.firstPause(), PREFIX + "settlement.first-pause", "pauses grow up to it");
        time("settlement.lease", config.lease())
                .isAtLeast(
                        times.maxCall().multipliedBy(2),
                        "two of the longest calls of KakaoPay",
                        "a worker makes an order inquiry and may repeat approve");
        time("settlement.quiet-after", config.quietAfter())
                .isAtLeast(
                        times.maxCallWithFetch(),
                        "the longest call of KakaoPay and the fetch of its credential",
                        "an approve may still be on its way");
        time("settlement.dead-after", config.deadAfter())
                .isAtLeast(
                        payWithin.plus(MARGIN),
                        PREFIX + "initiation.pay-within and a minute",
                        "a TID is not dead while KakaoPay may accept it");
        time("settlement.dead-after", config.deadAfter())
                .isAtLeast(
                        TID_LIVES.plus(MARGIN),
                        "the life of a TID and a minute",
                        "a TID is not dead while KakaoPay may accept it");
        time("settlement.manual-review-after", config.manualReviewAfter()).isPositive();
        time("settlement.decline-inquiry-after", config.declineInquiryAfter()).isPositive();
        time("settlement.late-inquiry-after", config.lateInquiryAfter())
                .isAtLeast(
                        config.quietAfter(),
                        PREFIX + "settlement.quiet-after",
                        "a late inquiry must follow the last answer that can arrive");
        time("settlement.late-inquiry-for", config.lateInquiryFor())
                .isAtLeast(
                        config.lateInquiryAfter(),
                        PREFIX + "settlement.late-inquiry-after",
                        "else there is no late inquiry");
        time("settlement.late-inquiry-pause", config.lateInquiryPause())
                .isAtLeast(config.maxPause(), PREFIX + "settlement.max-pause", "pauses only grow");
    }

    private static void isLongerThanACall(String setting, Duration lease, CallTimes times) {
        time(setting, lease)
                .isAtLeast(
                        times.maxCallWithFetch(),
                        "the longest call of KakaoPay and the fetch of its credential",
                        "a claim must outlive its call");
    }

    private static SettingRule.Time time(String setting, Duration value) {
        return SettingRule.of(PREFIX + setting, value);
    }
}
