package com.coworkpay.payment.domain;

/// How a refund stands, in the payer's words.
public enum RefundStatus {
    /// Asked for, or on its way. What a refund is doing inside refund-service is nobody's concern here.
    PROCESSING,
    SUCCEEDED,
    /// KakaoPay did not give this one back. Another may follow, or the location gives it back another way.
    FAILED;

    /// A word that is not known yet means that it is not over yet.
    public static RefundStatus told(String status) {
        return switch (status) {
            case "SUCCEEDED" -> SUCCEEDED;
            case "FAILED" -> FAILED;
            default -> PROCESSING;
        };
    }
}
