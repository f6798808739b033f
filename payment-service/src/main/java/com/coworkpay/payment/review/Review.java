package com.coworkpay.payment.review;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.payment.domain.PublicStatus;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payment in manual review.
///
/// @param attempts order inquiries since the last send
/// @param lastAnswer the answer of the last of them, as the connector names it
record Review(
        UUID paymentId,
        PublicStatus status,
        PayableType payableType,
        String payableId,
        long totalKrw,
        boolean live,
        @Nullable String tid,
        @Nullable Instant unsettledSince,
        Instant manualReviewSince,
        int attempts,
        Instant nextCheckAt,
        ReviewCase reviewCase,
        @Nullable String lastAnswer) {}
