package com.coworkpay.reporting.transactions.api;

import com.coworkpay.reporting.reading.domain.ReadContext;
import com.coworkpay.reporting.transactions.domain.Transaction;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One row of the report.
@Schema(name = "TransactionResponse")
public record TransactionResponse(
        TransactionItemResponse transaction, String timezone, CompletenessResponse completeness) {

    static TransactionResponse of(Transaction transaction, ReadContext context) {
        return new TransactionResponse(
                TransactionItemResponse.of(transaction), context.zone().getId(), CompletenessResponse.of(context));
    }
}
