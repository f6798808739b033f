package com.coworkpay.reporting.transactions;

import com.coworkpay.reporting.reading.ReadContext;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// One row of the report.
@Schema(name = "TransactionResponse")
record TransactionResponse(Transaction transaction, String timezone, CompletenessResponse completeness) {

    static TransactionResponse of(Transaction transaction, ReadContext context) {
        return new TransactionResponse(transaction, context.zone().getId(), CompletenessResponse.of(context));
    }
}
