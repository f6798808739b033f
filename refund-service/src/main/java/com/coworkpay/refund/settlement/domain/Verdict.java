package com.coworkpay.refund.settlement.domain;

import com.coworkpay.refund.domain.Failure;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What settlement does with a refund after a look.
public sealed interface Verdict {

    record Succeeded(@Nullable String aid, @Nullable Instant canceledAt) implements Verdict {}

    /// The money is still there and stays there.
    record Failed(Failure failure) implements Verdict {}

    /// It has failed, and surely nothing moved.
    record Confirmed() implements Verdict {}

    /// Send cancel again: same amount, same payload, same available balance.
    record Repeat() implements Verdict {}

    /// Nothing is decided; look again after a longer pause.
    record AskAgain() implements Verdict {}
}
