package com.coworkpay.refund.domain;

import com.coworkpay.contracts.Amounts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Rows for the rules, and what the claims' statements do to them.
public final class TestLedger {

    private static final UUID PAYMENT = UUID.fromString("018f0000-0000-7000-8000-000000000001");

    private TestLedger() {}

    public static Ledger of(Amounts paid, long elsewhereKrw) {
        PaidPayment payment = PaidPaymentBuilder.builder()
                .paymentId(PAYMENT)
                .version(1)
                .locationId("gangnam")
                .payableType("BOOKING")
                .payableId("b-1")
                .live(true)
                .merchantAccountId("m-1")
                .cid("TC0ONETIME")
                .tid("T1")
                .totalKrw(paid.totalKrw())
                .vatKrw(paid.vatKrw())
                .taxFreeKrw(paid.taxFreeKrw())
                .refundedElsewhereKrw(elsewhereKrw)
                .build();
        return new Ledger(payment, List.of(), List.of(), 0);
    }

    public static Refund requested(UUID id, Amounts amounts, Instant at) {
        return RefundBuilder.builder()
                .id(id)
                .paymentId(PAYMENT)
                .version(1)
                .status(RefundStatus.REQUESTED)
                .origin(Origin.ADMINISTRATOR)
                .amountKrw(amounts.totalKrw())
                .vatKrw(amounts.vatKrw())
                .taxFreeKrw(amounts.taxFreeKrw())
                .reason("OTHER")
                .moreAids(List.of())
                .nextCheckAt(at)
                .requestedAt(at)
                .build();
    }

    /// As `CancelClaimStore` claims it.
    public static RefundState.InFlight claimed(Refund requested, long availableKrw, Instant at) {
        return new RefundState.InFlight(next(requested, RefundStatus.IN_FLIGHT)
                .cancelAttempts(1)
                .sentAt(at)
                .availableKrw(availableKrw)
                .unsettledSince(at)
                .build());
    }

    /// As `CancelClaimStore` claims it again.
    public static RefundState.InFlight repeated(Refund unknown, Instant at) {
        return new RefundState.InFlight(next(unknown, RefundStatus.IN_FLIGHT)
                .cancelAttempts(unknown.cancelAttempts() + 1)
                .sentAt(at)
                .build());
    }

    /// As `DueRefundStore` takes it.
    public static RefundState.Unknown taken(Refund inFlight) {
        return new RefundState.Unknown(next(inFlight, RefundStatus.UNKNOWN)
                .checkAttempts(inFlight.checkAttempts() + 1)
                .build());
    }

    private static RefundBuilder next(Refund refund, RefundStatus status) {
        return RefundBuilder.builder(refund).version(refund.version() + 1).status(status);
    }
}
