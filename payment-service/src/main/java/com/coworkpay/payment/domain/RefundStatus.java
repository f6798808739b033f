package com.coworkpay.payment.domain;

/// The status of a refund, as the payer sees it.
public enum RefundStatus {
    /// Requested, or under way. The statuses inside refund-service are not shown.
    PROCESSING,
    SUCCEEDED,
    /// KakaoPay did not make this refund. Another may follow, or the location refunds it another way.
    FAILED;

    /// An unknown status counts as not over yet.
    public static RefundStatus of(String status) {
        return switch (status) {
            case "SUCCEEDED" -> SUCCEEDED;
            case "FAILED" -> FAILED;
            default -> PROCESSING;
        };
    }
}
