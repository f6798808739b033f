package com.coworkpay.reporting.projection.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Up to which moment an answer is complete.
///
/// @param upTo everything that was in the topics at that moment is in the answer; null while nothing can be said
/// @param recordsBehind records in the topics that are not in the answer, as last seen; null while that is not known
public record Completeness(@Nullable Instant upTo, @Nullable Long recordsBehind) {}
