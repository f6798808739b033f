package com.coworkpay.kakaopay.accounts;

import java.time.Duration;

/// Refuses settings that harm before anything is begun with them: a service that starts has sound ones. Used by
/// payment-service and refund-service alike.
///
/// ```java
/// SettingRule.of("coworkpay.payment.settlement.batch", config.batch()).isBetween(1, 1000);
/// ```
public final class SettingRule {

    private final String setting;
    private final Object value;

    private SettingRule(String setting, Object value) {
        this.setting = setting;
        this.value = value;
    }

    public static Whole of(String setting, int value) {
        return new Whole(new SettingRule(setting, value), value);
    }

    public static Time of(String setting, Duration value) {
        return new Time(new SettingRule(setting, value), value);
    }

    /// @param why what goes wrong otherwise
    private void holds(boolean isSound, String rule, String why) {
        if (!isSound) {
            throw new IllegalStateException("%s is %s, but must be %s: %s".formatted(setting, value, rule, why));
        }
    }

    public record Whole(SettingRule rule, int value) {

        public void isBetween(int min, int max, String why) {
            rule.holds(value >= min && value <= max, "between " + min + " and " + max, why);
        }
    }

    public record Time(SettingRule rule, Duration value) {

        public void isPositive() {
            rule.holds(value.isPositive(), "longer than nothing", "a wait of nothing asks without a pause");
        }

        /// @param of what the bound is made of
        public void isAtLeast(Duration min, String of, String why) {
            rule.holds(value.compareTo(min) >= 0, "at least %s (%s)".formatted(min, of), why);
        }

        public void isAtMost(Duration max, String of, String why) {
            rule.holds(value.compareTo(max) <= 0, "at most %s (%s)".formatted(max, of), why);
        }
    }
}
