package com.coworkpay.checks.docs.settings;

import org.jspecify.annotations.Nullable;

/// A setting of the suite's own, as an interface with `@ConfigMapping` or a service's `application.yaml` declares it.
///
/// @param module where it is declared, as in the root pom
/// @param name `coworkpay.outbox.poll-interval`
/// @param form what is expected, in words
/// @param value the default as it is written; null if there is none
/// @param needed a service does not start without it
/// @param doc the comment beside it
record Setting(
        String module, String name, String form, @Nullable String value, boolean needed, String doc) {}
