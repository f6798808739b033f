package com.coworkpay.refund.settlement.domain;

import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.Movement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What settlement does with a refund after a look.
public sealed interface Verdict {

    record Succeeded(@Nullable String aid, @Nullable Instant canceledAt) implements Verdict {}

    /// The money is still there and stays there.
    record Failed(Failure failure) implements Verdict {}

    /// It has failed, and surely nothing moved.
    record Confirmed() implements Verdict {}

    /// KakaoPay shows cancels that the ledger does not have: they are added, and what no longer fits is cut.
    record Correct(List<Movement> movements) implements Verdict {}

    /// The balance that it was bound to is gone, nothing that was sent can take effect any more: requested anew.
    record StartAnew() implements Verdict {}

    /// Send cancel again: same amount, same payload, same available balance.
    record Repeat() implements Verdict {}

    /// Nothing is decided; look again after a longer pause.
    record AskAgain() implements Verdict {}
}
