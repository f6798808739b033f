package com.coworkpay.payment.domain;

/// Why money is refunded, as far as it concerns the payer. An administrator's own reason ("fraudulent") stays in
/// refund-service.
public enum RefundReason {
    /// What was paid for was cancelled.
    CANCELLATION,
    /// It was taken without being owed.
    NOT_OWED,
    /// The location refunded it.
    BY_LOCATION;

    /// @param origin who asked for it, as refund-service names it
    public static RefundReason ofOrigin(String origin) {
        return switch (origin) {
            case "CANCELLATION", "BATCH" -> CANCELLATION;
            case "OVERPAYMENT" -> NOT_OWED;
            // ADMINISTRATOR, OUTSIDE (in KakaoPay's dashboard), and whatever comes later.
            default -> BY_LOCATION;
        };
    }
}
