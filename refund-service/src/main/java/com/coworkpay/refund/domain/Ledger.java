package com.coworkpay.refund.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What was paid, and all that became of it: one aggregate, read at one moment. Each change gives its next version,
/// which is published as a whole.
///
/// @param refunds oldest first; their number is limited ([com.coworkpay.refund.policy.domain.RefundRule#MAX_REFUNDS])
/// @param decisions the newest, oldest first
/// @param decisionsOmitted the number of older ones
public record Ledger(PaidPayment payment, List<Refund> refunds, List<Decision> decisions, long decisionsOmitted) {

    /// Of decisions, whose number is not limited, so many are read and published.
    public static final int MAX_DECISIONS = 20;

    /// As PostgreSQL compares them.
    private static final Comparator<UUID> BY_ID = Comparator.comparing(UUID::toString);

    private static final Comparator<Refund> OLDEST_FIRST =
            Comparator.comparing(Refund::requestedAt).thenComparing(Refund::id, BY_ID);
    private static final Comparator<Decision> DECIDED_FIRST =
            Comparator.comparing(Decision::decidedAt).thenComparing(Decision::id, BY_ID);

    public Ledger {
        refunds = List.copyOf(refunds);
        decisions = List.copyOf(decisions);
    }

    public LedgerAmounts amounts() {
        return payment.amounts();
    }

    public Optional<Refund> refund(UUID id) {
        return refunds.stream().filter(refund -> refund.id().equals(id)).findFirst();
    }

    /// How many were requested, whatever became of them.
    public long requestedRefunds() {
        return refunds.stream()
                .filter(refund -> refund.origin() != Origin.OUTSIDE)
                .count();
    }

    /// The same, with a refund as the statement that read both has changed it: a claim or a lease, of which nothing is
    /// published.
    public Ledger taken(Refund refund) {
        return new Ledger(payment, with(List.of(refund)), decisions, decisionsOmitted);
    }

    /// A move of one of its refunds, or a new one.
    ///
    /// @throws IllegalArgumentException if more would be refunded and reserved than was paid
    public Ledger move(RefundState next) {
        return move(next.refund());
    }

    private Ledger move(Refund next) {
        LedgerAmounts amounts = amounts().moved(refund(next.id()).orElse(null), next);
        return new Ledger(payment.next(amounts), with(List.of(next)), decisions, decisionsOmitted);
    }

    public Ledger request(Refund refund) {
        return move(refund);
    }

    /// When a decision is made: never before those that are there, so that their order is that of the versions.
    public Instant decidedAt(Instant at) {
        return decisions.isEmpty() || decisions.getLast().decidedAt().isBefore(at)
                ? at
                : decisions.getLast().decidedAt();
    }

    /// @param refund that it leads to, if any
    public Ledger decide(Decision decision, @Nullable Refund refund) {
        LedgerAmounts amounts = refund == null ? amounts() : amounts().moved(null, refund);
        List<Decision> all = new ArrayList<>(decisions);
        all.add(decision);
        all.sort(DECIDED_FIRST);
        int omitted = Math.max(0, all.size() - MAX_DECISIONS);
        return new Ledger(
                payment.next(amounts),
                refund == null ? refunds : with(List.of(refund)),
                all.subList(omitted, all.size()),
                decisionsOmitted + omitted);
    }

    /// What KakaoPay shows, all at once ([LedgerCorrection]).
    Ledger correct(LedgerAmounts corrected, List<Refund> changed) {
        return new Ledger(payment.next(corrected), with(changed), decisions, decisionsOmitted);
    }

    private List<Refund> with(List<Refund> changed) {
        List<Refund> all = new ArrayList<>(changed);
        refunds.stream()
                .filter(refund -> changed.stream().noneMatch(each -> each.id().equals(refund.id())))
                .forEach(all::add);
        all.sort(OLDEST_FIRST);
        return all;
    }
}
