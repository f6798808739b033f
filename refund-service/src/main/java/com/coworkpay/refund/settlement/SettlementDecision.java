package com.coworkpay.refund.settlement;

import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.Movement;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What settlement does with a refund after an order inquiry.
sealed interface SettlementDecision {

    record Succeeded(@Nullable String aid, @Nullable Instant canceledAt) implements SettlementDecision {}

    /// The money is still there and stays there.
    record Failed(Failure failure) implements SettlementDecision {}

    /// It has failed, and surely nothing moved.
    record Confirmed() implements SettlementDecision {}

    /// KakaoPay shows cancels that the ledger does not have: they are added, and what no longer fits is cut.
    record Correct(List<Movement> movements) implements SettlementDecision {}

    /// The balance that it was bound to is not the present one, nothing that was sent can take effect any more:
    /// requested again.
    record Restart() implements SettlementDecision {}

    /// Send cancel again: same amount, same payload, same available balance.
    record Repeat() implements SettlementDecision {}

    /// Nothing is decided; inquire again after a longer pause.
    record CheckLater() implements SettlementDecision {}
}
