package com.coworkpay.local.load;

import java.util.Map;

/// Waits that are half a minute and longer in production, made seconds, so that many lives with lost answers fit into
/// minutes. Everything else is as in production.
public final class ShortWaits {
    public static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("COWORKPAY_KAKAOPAY_READ_TIMEOUT", "4s"),
            Map.entry("COWORKPAY_PAYMENT_INITIATION_READY_LEASE", "12s"),
            Map.entry("COWORKPAY_PAYMENT_APPROVAL_LEASE", "12s"),
            Map.entry("COWORKPAY_PAYMENT_SETTLEMENT_LEASE", "12s"),
            Map.entry("COWORKPAY_PAYMENT_SETTLEMENT_FIRST_PAUSE", "500ms"),
            Map.entry("COWORKPAY_PAYMENT_SETTLEMENT_LONGEST_PAUSE", "4s"),
            Map.entry("COWORKPAY_PAYMENT_SETTLEMENT_QUIET_AFTER", "5s"),
            Map.entry("COWORKPAY_REFUND_EXECUTION_LEASE", "12s"),
            Map.entry("COWORKPAY_REFUND_EXECUTION_LONGEST_PAUSE", "4s"),
            Map.entry("COWORKPAY_REFUND_SETTLEMENT_LEASE", "12s"),
            Map.entry("COWORKPAY_REFUND_SETTLEMENT_FIRST_PAUSE", "500ms"),
            Map.entry("COWORKPAY_REFUND_SETTLEMENT_LONGEST_PAUSE", "4s"),
            Map.entry("COWORKPAY_REFUND_SETTLEMENT_QUIET_AFTER", "5s"),
            Map.entry("COWORKPAY_REPORTING_REBUILD_LEASE", "5s"),
            // The least that the broker allows: as long, a killed process keeps its partitions from others.
            Map.entry("MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_SESSION_TIMEOUT_MS", "6000"));

    private ShortWaits() {}
}
