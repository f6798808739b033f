package com.coworkpay.refund.settlement;

import com.coworkpay.contracts.PayableRef;
import com.coworkpay.platform.sql.DatabaseTime;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.PaidPayment;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundState;

/// A refund that a settlement worker has taken.
///
/// @param facts and `cancels`: as it was taken, before the order inquiry
record DueRefund(RefundState state, Ledger ledger, DatabaseTime time, SettlementFacts facts, OurCancels cancels) {

    public Refund refund() {
        return state.refund();
    }

    public PaidPayment payment() {
        return ledger.payment();
    }

    public PayableRef payable() {
        return new PayableRef(
                payment().locationId(), payment().payableType(), payment().payableId());
    }

    /// The same, after its escalation.
    public DueRefund afterEscalation(Ledger after) {
        RefundState escalated = RefundState.of(after.refund(refund().id()).orElseThrow());
        return new DueRefund(escalated, after, time, facts, cancels);
    }
}
