package com.coworkpay.reporting.transactions;

import com.coworkpay.reporting.reading.ReadContext;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The totals of a filter: each the sum of the rows' member of the same name, over live accounts alone.
@Schema(name = "TransactionTotals")
record TotalsResponse(
        @Schema(description = "Rows of live accounts") long transactionCount,

        @Schema(description = "Those of them that were paid")
        long paymentCount,

        @Schema(description = "Those of them where money was taken without being owed")
        long overpaidCount,

        @Schema(description = "Those of them of which something went back")
        long refundedCount,

        @Schema(description = "Rows of test accounts: in no sum")
        long testCount,

        long paidKrw,
        long overpaidKrw,
        long refundedKrw,
        long refundedVatKrw,
        long refundedTaxFreeKrw,
        long refundPendingKrw,

        @Schema(description = "Given back past KakaoPay: in none of the other sums")
        long refundedElsewhereKrw,

        @Schema(description = "= paidKrw + overpaidKrw - refundedKrw: what KakaoPay's ledger has left")
        long netKrw,

        long netVatKrw,
        long netTaxFreeKrw,
        String timezone,
        CompletenessResponse completeness) {

    static TotalsResponse of(TransactionStore.Totals totals, ReadContext context) {
        return new TotalsResponse(
                totals.transactionCount(),
                totals.paymentCount(),
                totals.overpaidCount(),
                totals.refundedCount(),
                totals.testCount(),
                totals.paidKrw(),
                totals.overpaidKrw(),
                totals.refundedKrw(),
                totals.refundedVatKrw(),
                totals.refundedTaxFreeKrw(),
                totals.refundPendingKrw(),
                totals.refundedElsewhereKrw(),
                totals.netKrw(),
                totals.netVatKrw(),
                totals.netTaxFreeKrw(),
                context.zone().getId(),
                CompletenessResponse.of(context));
    }
}
