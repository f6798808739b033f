package com.coworkpay.reporting.projection.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A payment's refunds as refund-service publishes them, with a version of their own.
///
/// @param reservedKrw on its way back
/// @param refundedElsewhereKrw given back past KakaoPay: no part of refundedKrw
public record RefundsState(
        UUID paymentId,
        long version,
        Instant recordedAt,
        String locationId,
        boolean live,
        long refundedKrw,
        long refundedVatKrw,
        long refundedTaxFreeKrw,
        long reservedKrw,
        long refundedElsewhereKrw,
        List<RefundLine> refunds)
        implements Versioned {

    @Override
    public Object key() {
        return paymentId;
    }
}
