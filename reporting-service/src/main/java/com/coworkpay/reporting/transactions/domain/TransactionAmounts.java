package com.coworkpay.reporting.transactions.domain;

/// The amounts of a transaction in whole won; the view `report_transaction` says what each means.
///
/// @param totalKrw what was asked for, whatever became of it
/// @param refundedKrw gone back, of what was paid or of an overpayment
/// @param refundPendingKrw on its way back
/// @param refundedElsewhereKrw given back past KakaoPay: in none of the others
/// @param netKrw paid + overpayment - refunded: what KakaoPay's ledger has left
public record TransactionAmounts(
        long totalKrw,
        long vatKrw,
        long taxFreeKrw,
        long paidKrw,
        long overpaidKrw,
        long refundedKrw,
        long refundedVatKrw,
        long refundedTaxFreeKrw,
        long refundPendingKrw,
        long refundedElsewhereKrw,
        long netKrw,
        long netVatKrw,
        long netTaxFreeKrw) {

    public long supplyKrw() {
        return totalKrw - vatKrw - taxFreeKrw;
    }
}
