package com.coworkpay.kakaopay.simulator.engine;

import java.util.List;

/// A page of rows, newest first, and the totals of all rows of the filter.
public record MoneyPage(List<MoneyRow> rows, Totals totals) {
    public MoneyPage {
        rows = List.copyOf(rows);
    }
}
