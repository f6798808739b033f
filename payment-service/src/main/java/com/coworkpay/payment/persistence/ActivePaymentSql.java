package com.coworkpay.payment.persistence;

/// The one active payment of a payable. The unique index `payment_slot` is the rule; the condition here saves most
/// losers of a race the exception. It must read as the index does, or the index is not used for it.
public final class ActivePaymentSql {

    /// The name that identifies its unique violation.
    public static final String INDEX = "payment_slot";

    private ActivePaymentSql() {}

    /// True for a row `alias` that is the active payment of its payable.
    public static String isActive(String alias) {
        return "(%1$s.status in ('APPROVING', 'UNKNOWN') or (%1$s.status = 'PAID' and %1$s.refunded_krw < %1$s.total_krw))"
                .formatted(alias);
    }
}
