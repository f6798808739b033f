package com.coworkpay.reporting.transactions;

import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.reporting.reading.ReadContext;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A row of the report: a payment with what was refunded of it. Each member is the column of its name of the view
/// `report_transaction`, which defines it.
@Schema(name = "Transaction")
public record Transaction(
        @Schema(description = "The payment's id: KakaoPay's Order ID")
        UUID id,

        @Schema(description = "KakaoPay's id; null if none was ever given") @Nullable
        String tid,

        @Schema(description = "A `PayableType`, or one that is newer")
        String type,

        String payableId,
        String description,
        String payerId,

        @Schema(
                description =
                        "PENDING, PROCESSING, SUCCEEDED, PARTIALLY_REFUNDED, REFUNDED, CANCELED, FAILED, or one that is"
                                + " newer")
        String status,

        @Schema(description = "Why it ended without being paid, or why it was overpaid") @Nullable
        String reason,

        @Schema(description = "False for a test account: no money moved, and totals leave it out")
        boolean live,

        @Schema(description = "CARD, MONEY or OTHER") @Nullable
        String method,

        @Nullable String cardCompany,

        @Schema(description = "When money was taken, else when it was begun: filters by day and the order go by it")
        Instant occurredAt,

        @Schema(description = "KakaoPay's own time of approval") @Nullable
        Instant approvedAt,

        @Schema(description = "The same as KakaoPay's dashboard shows it, in Korean time") @Nullable
        LocalDateTime approvedAtKst,

        @Schema(description = "When it ended without being paid") @Nullable
        Instant canceledAt,

        @Nullable Instant failedAt,
        @Schema(description = "When the payment was begun") Instant createdAt,

        @Schema(description = "When the services recorded what this row shows")
        Instant recordedAt,

        @Schema(description = "= supplyKrw + vatKrw + taxFreeKrw, whatever became of the payment")
        long totalKrw,

        long supplyKrw,
        long vatKrw,
        long taxFreeKrw,
        @Schema(description = "What was owed and taken") long paidKrw,

        @Schema(description = "What was taken without being owed; it goes back in full")
        long overpaidKrw,

        @Schema(description = "What went back of paidKrw or overpaidKrw")
        long refundedKrw,

        long refundedVatKrw,
        long refundedTaxFreeKrw,
        @Schema(description = "On its way back") long refundPendingKrw,

        @Schema(
                description =
                        "Given back past KakaoPay, as a person recorded it: not in refundedKrw, and not in netKrw")
        long refundedElsewhereKrw,

        @Schema(description = "= paidKrw + overpaidKrw - refundedKrw: what KakaoPay's ledger has left")
        long netKrw,

        long netVatKrw,
        long netTaxFreeKrw,

        @Schema(description = "KakaoPay's fee; null: not known") @Nullable
        Long feeKrw,

        @Schema(description = "Oldest first") List<Refund> refunds) {

    public Transaction {
        refunds = List.copyOf(refunds);
    }

    /// A refund of a transaction: the members of the same names of refund-service's events.
    ///
    /// @param canceledAtKst no member of an event
    @Schema(name = "TransactionRefund")
    public record Refund(
            UUID refundId,
            String status,

            @Schema(description = "Who or what asked for it; OUTSIDE: canceled at KakaoPay past this suite")
            String origin,

            String reason,
            long amountKrw,
            long vatKrw,
            long taxFreeKrw,
            @Nullable String failure,

            @Schema(description = "KakaoPay's id of the cancel") @Nullable
            String aid,

            Instant requestedAt,

            @Schema(description = "KakaoPay's own time of the cancel") @Nullable
            Instant canceledAt,

            @Schema(description = "The same as KakaoPay's dashboard shows it, in Korean time") @Nullable
            LocalDateTime canceledAtKst,

            @Schema(description = "Since when a person has to look at it; null where nobody has to") @Nullable
            Instant manualReviewSince,

            @Schema(description = "Why, as refund-service says it") @Nullable
            String manualReviewReason) {

        public Refund {
            canceledAtKst = canceledAt == null ? null : LocalDateTime.ofInstant(canceledAt, ReadContext.KOREA);
        }
    }

    PageCursor.InTime place() {
        return new PageCursor.InTime(occurredAt, id);
    }
}
