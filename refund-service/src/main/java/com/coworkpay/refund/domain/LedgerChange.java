package com.coworkpay.refund.domain;

import com.coworkpay.platform.audit.AuditEntry;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One version of a ledger, and the next.
///
/// @param at the time that the rows and their event say
/// @param traceparent of the change
/// @param resolution by which a person made it
/// @param audit who made it, where a person or a machine did
public record LedgerChange(
        Ledger before,
        Ledger after,
        Instant at,
        @Nullable String traceparent,
        @Nullable Resolution resolution,
        @Nullable AuditEntry audit) {

    /// Made by the service itself.
    public LedgerChange(
            Ledger before, Ledger after, Instant at, @Nullable String traceparent, @Nullable Resolution resolution) {
        this(before, after, at, traceparent, resolution, null);
    }

    /// A refund before and after; new ones have no `before`.
    public record Move(@Nullable Refund before, Refund after) {}

    /// The refunds that changed, and new ones.
    public List<Move> moves() {
        return after.refunds().stream()
                .map(refund -> new Move(before.refund(refund.id()).orElse(null), refund))
                .filter(move -> !move.after().equals(move.before()))
                .toList();
    }

    /// If nothing else changes than one refund that was there.
    public @Nullable Move onlyMove() {
        List<Move> moves = moves();
        boolean isOnly = moves.size() == 1
                && moves.getFirst().before() != null
                && newDecisions().isEmpty()
                && resolution == null
                && audit == null;
        return isOnly ? moves.getFirst() : null;
    }

    public List<Decision> newDecisions() {
        return after.decisions().stream()
                .filter(decision -> !before.decisions().contains(decision))
                .toList();
    }
}
