package com.coworkpay.reporting.projection.domain;

/// First offset and end of a partition: the end is the offset that its next record will have.
public record Bounds(long beginning, long end) {}
