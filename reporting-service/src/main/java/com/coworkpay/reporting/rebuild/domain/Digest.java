package com.coworkpay.reporting.rebuild.domain;

/// Everything that a generation says, as one word.
///
/// @param sha256 in hex
public record Digest(long generation, String sha256) {}
