package com.coworkpay.payment.settlement.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payment in the hands of a settlement worker.
///
/// @param tid absent only for one that never got so far
/// @param attention it has already been shown to a person
/// @param attentionDue it is unsettled for so long that a person must see it
/// @param unsettled it is being approved, its outcome is unknown, or an answer contradicts its end
/// @param traceparent the trace of the request that began it
public record Due(
        UUID id,
        long version,
        Unfinished facts,
        @Nullable String tid,
        String merchantAccountId,
        String cid,
        long totalKrw,
        int looks,
        boolean attention,
        boolean attentionDue,
        boolean unsettled,
        @Nullable String traceparent) {

    /// Unsettled for long, or an answer did not fit. What is over waits only if its late look found a contradiction.
    public boolean waitsForAPerson() {
        return facts.status().isOver() ? attention && unsettled : attention || attentionDue;
    }
}
