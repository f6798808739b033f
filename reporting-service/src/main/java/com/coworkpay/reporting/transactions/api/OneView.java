package com.coworkpay.reporting.transactions.api;

import com.coworkpay.reporting.reading.domain.Moment;
import com.coworkpay.reporting.transactions.domain.Transaction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One row of the report.
@Schema(name = "OneTransaction")
public record OneView(TransactionView transaction, String timezone, CompletenessView completeness) {

    static OneView of(Transaction transaction, Moment moment) {
        return new OneView(TransactionView.of(transaction), moment.zone().getId(), CompletenessView.of(moment));
    }
}
