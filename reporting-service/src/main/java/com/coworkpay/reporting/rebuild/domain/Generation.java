package com.coworkpay.reporting.rebuild.domain;

import java.time.Instant;

/// The generation that answers.
public record Generation(long number, Instant since) {}
