package com.coworkpay.checks.browser;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every page in both languages. The states that only a journey reaches are looked at there.
@NeedsBrowser
class AccessibilityIT {
    @ParameterizedTest
    @EnumSource
    void everyPage(Language language) {
        new Tour(Suite.shared(), language, new Inspection()).take();
    }
}
