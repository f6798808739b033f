package com.coworkpay.kakaopay.simulator.engine;

/// Sums over approvals and cancels.
public record Totals(int count, long paidKrw, long canceledKrw) {
    public long netKrw() {
        return paidKrw - canceledKrw;
    }
}
