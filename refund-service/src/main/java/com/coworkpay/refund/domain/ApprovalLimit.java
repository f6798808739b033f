package com.coworkpay.refund.domain;

/// A location's limit: what people give back of one payment, taken together with all that it has given back and
/// reserved, may reach it. Above it somebody else approves.
///
/// @param krw whole won
/// @param version of the location that has this limit
public record ApprovalLimit(long krw, long version) {

    /// One person asked, who has signed in.
    public static final int SECOND_PERSON = 1;

    /// The booking system names who asked, and nothing shows that the issuer knows that person by the same id.
    public static final int TWO_PERSONS = 2;

    /// @param moreKrw what is asked for now, on top of what the ledger has
    public boolean isExceeded(LedgerAmounts ledger, long moreKrw) {
        return ledger.paid().totalKrw() - ledger.balanceKrw() + moreKrw > krw;
    }
}
