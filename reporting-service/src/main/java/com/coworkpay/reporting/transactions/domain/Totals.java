package com.coworkpay.reporting.transactions.domain;

/// Sums of the rows that a filter finds, field by field. Rows of test accounts are counted apart and never summed.
///
/// @param transactions rows of live accounts
/// @param payments those of them that were paid
/// @param overpayments those of them where money was taken without being owed
/// @param refundedTransactions those of them of which something went back
/// @param testTransactions rows of test accounts
public record Totals(
        long transactions,
        long payments,
        long overpayments,
        long refundedTransactions,
        long testTransactions,
        long paidKrw,
        long overpaidKrw,
        long refundedKrw,
        long refundedVatKrw,
        long refundedTaxFreeKrw,
        long refundPendingKrw,
        long refundedElsewhereKrw,
        long netKrw,
        long netVatKrw,
        long netTaxFreeKrw) {}
