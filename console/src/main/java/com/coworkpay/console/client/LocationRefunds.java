package com.coworkpay.console.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Refunds of a location, each with its payment.
public record LocationRefunds(
        List<LocationRefund> refunds, @Nullable String nextCursor) {

    public record LocationRefund(
            String paymentId,
            Payable payable,
            String description,
            String payerId,
            boolean live,
            long totalKrw,
            PaymentRefunds.Refund refund) {}

    public record Payable(String type, String id) {}

    public record Counts(
            long onTheirWay,
            long awaitingApproval,
            long proposedResolutions,
            long inManualReview,
            long failed,
            long today) {}
}
