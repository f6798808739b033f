package com.coworkpay.refund.domain;

import com.coworkpay.contracts.Amounts;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.util.UUID;

/// The row of what was paid, as far as refunds need it.
///
/// @param payerId does not approve refunds of it
/// @param version of the payment's refunds, as they are published
/// @param refundedElsewhereKrw by bank transfer or in cash, as a person recorded it
@RecordBuilder
@RecordBuilder.Options(addClassRetainedGenerated = true, enableWither = false)
public record PaidPayment(
        UUID paymentId,
        long version,
        boolean overpaid,
        String locationId,
        String payerId,
        String payableType,
        String payableId,
        boolean live,
        String merchantAccountId,
        String cid,
        String tid,
        long totalKrw,
        long vatKrw,
        long taxFreeKrw,
        long refundedKrw,
        long refundedVatKrw,
        long refundedTaxFreeKrw,
        long reservedKrw,
        long reservedVatKrw,
        long reservedTaxFreeKrw,
        long refundedElsewhereKrw) {

    public LedgerAmounts amounts() {
        return new LedgerAmounts(
                new Amounts(totalKrw, vatKrw, taxFreeKrw),
                new Amounts(refundedKrw, refundedVatKrw, refundedTaxFreeKrw),
                new Amounts(reservedKrw, reservedVatKrw, reservedTaxFreeKrw),
                refundedElsewhereKrw);
    }

    /// What KakaoPay has, if there are no cancels but those of the ledger.
    public long expectedKrw() {
        return totalKrw - refundedKrw;
    }

    /// The next version, with these amounts.
    PaidPayment next(LedgerAmounts amounts) {
        return PaidPaymentBuilder.builder(this)
                .version(version + 1)
                .refundedKrw(amounts.refunded().totalKrw())
                .refundedVatKrw(amounts.refunded().vatKrw())
                .refundedTaxFreeKrw(amounts.refunded().taxFreeKrw())
                .reservedKrw(amounts.reserved().totalKrw())
                .reservedVatKrw(amounts.reserved().vatKrw())
                .reservedTaxFreeKrw(amounts.reserved().taxFreeKrw())
                .refundedElsewhereKrw(amounts.elsewhereKrw())
                .build();
    }
}
