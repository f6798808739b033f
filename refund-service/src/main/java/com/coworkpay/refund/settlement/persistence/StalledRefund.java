package com.coworkpay.refund.settlement.persistence;

import java.util.UUID;

/// A requested refund that nobody could send for so long that a person should know.
public record StalledRefund(UUID refundId, long version) {}
