package com.coworkpay.refund.settlement;

import com.coworkpay.refund.domain.ComparisonOutcome;
import com.coworkpay.refund.domain.Ledger;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The result of comparing a payment with KakaoPay's order.
///
/// @param outsideKrw recorded as made outside
/// @param lateKrw of refunds that counted as failed, and that KakaoPay made after all
/// @param missingKrw by how much KakaoPay's balance is lower than explained
/// @param answer for a person: why it is not explained, or why there is no answer
/// @param account how long the merchant account is left alone
/// @param ledger afterwards
/// @param at by the database's clock
public record PaymentComparison(
        ComparisonOutcome outcome,
        long outsideKrw,
        long lateKrw,
        long missingKrw,
        @Nullable String answer,
        AccountPause account,
        Ledger ledger,
        Instant at) {

    /// How long no comparison asks for the merchant account again.
    public enum AccountPause {
        NONE,
        /// KakaoPay could not be asked, or turned the account away: live calls come first.
        SHORT,
        /// KakaoPay's quota of the account is used up; it begins again at 00:00 KST.
        QUOTA
    }

    static PaymentComparison of(ComparisonOutcome outcome, Ledger ledger, Instant at) {
        return new PaymentComparison(outcome, 0, 0, 0, null, AccountPause.NONE, ledger, at);
    }

    static PaymentComparison unexplained(long missingKrw, String answer, Ledger ledger, Instant at) {
        return new PaymentComparison(
                ComparisonOutcome.UNEXPLAINED, 0, 0, missingKrw, answer, AccountPause.NONE, ledger, at);
    }

    static PaymentComparison noAnswer(String answer, AccountPause account, Ledger ledger, Instant at) {
        return new PaymentComparison(ComparisonOutcome.NO_ANSWER, 0, 0, 0, answer, account, ledger, at);
    }

    PaymentComparison recorded(long outsideKrw, long lateKrw) {
        return new PaymentComparison(
                ComparisonOutcome.RECORDED, outsideKrw, lateKrw, missingKrw, answer, account, ledger, at);
    }
}
