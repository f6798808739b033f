package com.coworkpay.tools.local.load;

import java.util.Map;

/// Waits that are half a minute and longer in production, made seconds, so that many lives with lost answers fit into
/// minutes. Each is shorter than the same ones as in production, and nothing that counts is changed: as many cancels
/// are sent for one refund, and as many tries made, as in production.
public final class ShortTimeouts {
    public static final Map<String, String> SETTINGS = Map.ofEntries(
            // Leases and quiet times outlive the calls that they stand for, here as in production.
            Map.entry("COWORKPAY_KAKAOPAY_CONNECT_TIMEOUT", "1s"),
            Map.entry("COWORKPAY_KAKAOPAY_READ_TIMEOUT", "4s"),
            Map.entry("COWORKPAY_CREDENTIAL_FETCH_TIMEOUT", "2s"),
            Map.entry("COWORKPAY_PAYMENT_INITIATION_READY_LEASE", "14s"),
            Map.entry("COWORKPAY_PAYMENT_APPROVAL_LEASE", "14s"),
            Map.entry("COWORKPAY_PAYMENT_SETTLEMENT_LEASE", "18s"),
            Map.entry("COWORKPAY_PAYMENT_SETTLEMENT_FIRST_PAUSE", "500ms"),
            Map.entry("COWORKPAY_PAYMENT_SETTLEMENT_MAX_PAUSE", "4s"),
            Map.entry("COWORKPAY_PAYMENT_SETTLEMENT_QUIET_AFTER", "14s"),
            Map.entry("COWORKPAY_REFUND_EXECUTION_LEASE", "14s"),
            Map.entry("COWORKPAY_REFUND_EXECUTION_MAX_PAUSE", "4s"),
            Map.entry("COWORKPAY_REFUND_SETTLEMENT_LEASE", "14s"),
            Map.entry("COWORKPAY_REFUND_SETTLEMENT_FIRST_PAUSE", "500ms"),
            Map.entry("COWORKPAY_REFUND_SETTLEMENT_MAX_PAUSE", "4s"),
            Map.entry("COWORKPAY_REFUND_SETTLEMENT_QUIET_AFTER", "14s"),
            Map.entry("COWORKPAY_REFUND_COMPARISON_POLL", "1s"),
            Map.entry("COWORKPAY_REFUND_COMPARISON_LEASE", "14s"),
            Map.entry("COWORKPAY_REFUND_COMPARISON_ACCOUNT_PAUSE", "1s"),
            Map.entry("COWORKPAY_REFUND_APPROVAL_EXPIRE_EVERY", "2s"),
            // Half an hour and an hour: an outage of a minute is longer than all of them.
            Map.entry("COWORKPAY_PAYMENT_SETTLEMENT_MANUAL_REVIEW_AFTER", "20s"),
            Map.entry("COWORKPAY_REFUND_SETTLEMENT_MANUAL_REVIEW_AFTER", "20s"),
            Map.entry("COWORKPAY_REFUND_SETTLEMENT_MAX_PAUSE_IN_REVIEW", "40s"),
            Map.entry("COWORKPAY_REPORTING_REBUILD_LEASE", "5s"),
            // The least that the broker allows: as long, a killed process keeps its partitions from others.
            Map.entry("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_SESSION_TIMEOUT_MS", "6000"));

    private ShortTimeouts() {}
}
