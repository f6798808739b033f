package com.coworkpay.checks.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/// Left out, and counted as skipped, on a machine that is to do without a browser.
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(LastSeen.class)
@DisabledIfSystemProperty(
        named = "coworkpay.without-browser",
        matches = "true",
        disabledReason = "this machine does without a browser")
@interface NeedsBrowser {}
