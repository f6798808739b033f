package com.coworkpay.payment.domain;

/// The status of a refund, as the payer sees it.
public enum RefundStatus {
    /// Asked for, or on its way. What a refund is doing inside refund-service is nobody's concern here.
    PROCESSING,
    SUCCEEDED,
    /// KakaoPay did not give this one back. Another may follow, or the location gives it back another way.
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
