package com.coworkpay.payment.settlement.domain;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A payment in the hands of a settlement worker.
///
/// @param tid absent only for one that never got so far
/// @param attention it has already been shown to a person
/// @param attentionDue it is unsettled for so long that a person must see it
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
        @Nullable String traceparent) {}
