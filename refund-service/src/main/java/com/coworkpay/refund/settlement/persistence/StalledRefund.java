package com.coworkpay.refund.settlement.persistence;

import java.util.UUID;

/// A requested refund that could not be sent for so long that it goes to manual review.
public record StalledRefund(UUID refundId, long version) {}
