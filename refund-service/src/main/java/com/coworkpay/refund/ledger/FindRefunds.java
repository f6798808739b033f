package com.coworkpay.refund.ledger;

import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.Refund;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/// Reads a payment's refunds and the decisions about it.
@ApplicationScoped
public class FindRefunds {

    private final LedgerStore ledgers;

    FindRefunds(LedgerStore ledgers) {
        this.ledgers = ledgers;
    }

    /// Empty if no such payment is known to be paid.
    public Uni<Optional<Ledger>> ofPayment(String locationId, UUID paymentId) {
        return ledgers.read(paymentId).map(found -> found.map(LedgerStore.ReadLedger::ledger)
                .filter(ledger -> ledger.payment().locationId().equals(locationId)));
    }

    /// One of a payment's refunds.
    public Uni<Optional<Refund>> one(String locationId, UUID paymentId, UUID refundId) {
        return ofPayment(locationId, paymentId).map(found -> found.flatMap(ledger -> ledger.refund(refundId)));
    }
}
