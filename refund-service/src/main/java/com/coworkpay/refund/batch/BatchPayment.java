package com.coworkpay.refund.batch;

import com.coworkpay.refund.batch.domain.BatchOutcome;
import com.coworkpay.refund.batch.domain.LeftOutReason;
import com.coworkpay.refund.domain.Failure;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payment of a refund batch, and what has become of it.
record BatchPayment(
        UUID paymentId,
        String description,
        String payableType,
        String payableId,
        Instant approvedAt,
        long totalKrw,
        long givenBackKrw,
        long amountKrw,
        BatchOutcome outcome,
        boolean underWay,
        @Nullable LeftOutReason leftOut,
        long balanceKrw,
        @Nullable UUID refundId,
        @Nullable Long refundKrw,
        @Nullable Failure failure) {}
