package com.coworkpay.refund.refund;

import com.coworkpay.platform.sql.DatabaseTime;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.PaidPayment;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundState.InFlight;

/// The stored intention to cancel. Its holder makes one call, and may record the answer as long as the version is the
/// same.
///
/// @param ledger with the refund as it was claimed
record CancelClaim(InFlight state, Ledger ledger, DatabaseTime time) {

    public Refund refund() {
        return state.refund();
    }

    public PaidPayment payment() {
        return ledger.payment();
    }
}
