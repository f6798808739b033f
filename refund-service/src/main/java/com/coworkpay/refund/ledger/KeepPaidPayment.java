package com.coworkpay.refund.ledger;

import com.coworkpay.refund.cancellation.DecideCancellations;
import com.coworkpay.refund.ledger.domain.PaidPayment;
import com.coworkpay.refund.ledger.persistence.PaidPayments;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// A payment became known to be paid: kept, and whatever was cancelled before it was known is taken up. A surplus goes
/// back at once.
@ApplicationScoped
public class KeepPaidPayment {

    private final PaidPayments payments;
    private final DecideCancellations decide;

    KeepPaidPayment(PaidPayments payments, DecideCancellations decide) {
        this.payments = payments;
        this.decide = decide;
    }

    /// Repeatable: a second delivery finds everything decided.
    public Uni<Void> keep(PaidPayment paid) {
        return payments.keep(paid).chain(() -> decide.ofPayable(paid.payable()));
    }
}
