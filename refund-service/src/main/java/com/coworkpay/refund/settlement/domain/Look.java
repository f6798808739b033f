package com.coworkpay.refund.settlement.domain;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What KakaoPay's order look-up shows of a refund.
public sealed interface Look {

    /// A cancel with our refund id, of our amount.
    record Found(@Nullable String aid, @Nullable Instant canceledAt) implements Look {}

    /// KakaoPay has the payment as paid, and no cancel with our refund id.
    ///
    /// @param availableKrw what can still be cancelled
    record NotThere(long availableKrw) implements Look {}

    /// No answer, no credential, no such TID: nothing was learned. Not found is not proof.
    record NothingLearned(String why) implements Look {}

    /// An answer that does not fit: a cancel with our id and another amount, a payment that is not paid.
    record Contradicts(String why) implements Look {}
}
