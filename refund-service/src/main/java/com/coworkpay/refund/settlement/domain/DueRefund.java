package com.coworkpay.refund.settlement.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A refund in the hands of a settlement worker.
public record DueRefund(
        UUID refundId,
        UUID paymentId,
        long version,
        Unsettled facts,
        long amountKrw,
        long paidKrw,
        String merchantAccountId,
        String cid,
        String tid,
        @Nullable String traceparent) {}
