package com.coworkpay.payment.persistence;

/// The one active payment of a payable. The unique index `payment_slot` is the rule; the condition here spares most
/// latecomers the exception, and must read as the index does, or the index does not serve it.
public final class ActivePaymentSql {

    /// The name by which a unique violation is told apart from others.
    public static final String INDEX = "payment_slot";

    private ActivePaymentSql() {}

    /// True for a row `alias` that is the active payment of its payable.
    public static String isActive(String alias) {
        return "(%1$s.status in ('APPROVING', 'UNKNOWN') or (%1$s.status = 'PAID' and %1$s.refunded_krw < %1$s.total_krw))"
                .formatted(alias);
    }
}
