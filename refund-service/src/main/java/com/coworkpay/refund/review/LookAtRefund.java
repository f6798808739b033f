package com.coworkpay.refund.review;

import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.refund.RefundProblem;
import com.coworkpay.refund.settlement.SettleRefund;
import com.coworkpay.refund.settlement.persistence.DueRefunds;
import com.coworkpay.refund.settlement.persistence.DueRefunds.Held;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;

/// A person asks KakaoPay now. What its order shows is recorded as the worker records it; cancel is never sent from
/// here,
/// the worker does that at once where it may.
@ApplicationScoped
public class LookAtRefund {

    /// Between two looks at one refund: each costs a call of the merchant's quota.
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final DueRefunds due;
    private final SettleRefund settleRefund;

    LookAtRefund(DueRefunds due, SettleRefund settleRefund) {
        this.due = due;
        this.settleRefund = settleRefund;
    }

    /// @return fails with a [ProblemException] where there is no such refund, or it was looked at just now. Where there
    /// is
    ///     nothing to ask (it is given, or a cancel is under way) it just ends.
    public Uni<Void> look(String locationId, UUID paymentId, UUID refundId) {
        Uni<Void> look = due.takeOne(locationId, paymentId, refundId, PAUSE)
                .chain(taken -> taken.isPresent()
                        ? settleRefund.ask(taken.get()).chain(found -> settleRefund.record(taken.get(), found))
                        : due.why(locationId, paymentId, refundId, PAUSE).chain(LookAtRefund::notTaken));
        return look.memoize().indefinitely();
    }

    private static Uni<Void> notTaken(Held held) {
        return switch (held) {
            case NOT_FOUND -> Uni.createFrom().failure(ProblemException.of(CommonProblem.NOT_FOUND));
            case ASKED_JUST_NOW ->
                Uni.createFrom()
                        .failure(ProblemException.of(RefundProblem.CHECKED_JUST_NOW)
                                .retryAfter(PAUSE));
            case NOTHING_TO_ASK -> Uni.createFrom().voidItem();
        };
    }
}
