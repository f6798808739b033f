package com.coworkpay.kakaopay.simulator.engine;

import com.coworkpay.kakaopay.simulator.Effect;

/// A line of the merchant page: what happened, and the payment it happened to as it stands now.
public record LedgerReportRow(Effect effect, Transaction transaction) {}
