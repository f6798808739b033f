package com.coworkpay.refund.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A cancel that KakaoPay shows and the ledger does not have.
public sealed interface Movement {

    /// Made outside of this suite, in KakaoPay's dashboard for instance.
    ///
    /// @param aids KakaoPay's ids of it; more than one where it lists several without their amounts
    record Outside(
            List<String> aids, long amountKrw, @Nullable Instant canceledAt) implements Movement {
        public Outside {
            aids = List.copyOf(aids);
        }
    }

    /// Ours after all: of a refund that counts as failed.
    record Late(
            UUID refundId, @Nullable String aid, @Nullable Instant canceledAt) implements Movement {}
}
