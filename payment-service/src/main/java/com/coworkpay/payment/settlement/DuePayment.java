package com.coworkpay.payment.settlement;

import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.SettlementFacts;
import com.coworkpay.payment.store.PaymentSnapshot;
import java.util.UUID;

/// A payment that a settlement worker has taken.
///
/// @param manualReviewDue it is unsettled for so long that it needs manual review
public record DuePayment(PaymentSnapshot snapshot, SettlementFacts facts, boolean manualReviewDue) {

    public Payment payment() {
        return snapshot.payment();
    }

    public UUID id() {
        return snapshot.id();
    }

    /// Unsettled for long, or an answer did not fit. What is over needs it only if its late inquiry found a
    /// contradiction.
    public boolean needsManualReview() {
        boolean inManualReview = payment().manualReviewSince() != null;
        return payment().status().isOver()
                ? inManualReview && payment().unsettledSince() != null
                : inManualReview || manualReviewDue;
    }

    /// Unsettled for so long that it needs manual review. A payment that is over only gets late inquiries, which need
    /// none.
    public boolean isOverlong() {
        return manualReviewDue && !payment().status().isOver();
    }
}
