package com.coworkpay.reporting.transactions;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// The sums of a group, over live accounts alone.
@Schema(name = "SummaryFigures")
record SummaryFigures(
        @Schema(description = "Transactions of whatever status, by when they were taken, else begun")
        long transactionCount,

        @Schema(description = "Payments that were owed and taken")
        long paidCount,

        long paidKrw,

        @Schema(description = "Money taken without being owed; it goes back in full")
        long overpaidCount,

        long overpaidKrw,

        @Schema(description = "Refunds that KakaoPay has given back, of payments and overpayments of whatever day")
        long refundedCount,

        long refundedKrw,

        @Schema(description = "Those of them that were made in KakaoPay's dashboard")
        long refundedOutsideCount,

        long refundedOutsideKrw,

        @Schema(description = "Refunds that are on their way, by when they were requested")
        long refundPendingCount,

        long refundPendingKrw,

        @Schema(description = "= paidKrw + overpaidKrw - refundedKrw")
        long netKrw,

        @Schema(description = "Transactions of test accounts: in no other figure")
        long testCount) {

    static final SummaryFigures NONE = new SummaryFigures(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    SummaryFigures plus(SummaryFigures other) {
        return new SummaryFigures(
                transactionCount + other.transactionCount,
                paidCount + other.paidCount,
                paidKrw + other.paidKrw,
                overpaidCount + other.overpaidCount,
                overpaidKrw + other.overpaidKrw,
                refundedCount + other.refundedCount,
                refundedKrw + other.refundedKrw,
                refundedOutsideCount + other.refundedOutsideCount,
                refundedOutsideKrw + other.refundedOutsideKrw,
                refundPendingCount + other.refundPendingCount,
                refundPendingKrw + other.refundPendingKrw,
                netKrw + other.netKrw,
                testCount + other.testCount);
    }
}
