package com.coworkpay.kakaopay.simulator.engine;

import java.util.List;

/// A page of rows, newest first, and the totals of all rows of the filter.
public record LedgerReportPage(List<LedgerReportRow> rows, Totals totals) {
    public LedgerReportPage {
        rows = List.copyOf(rows);
    }
}
