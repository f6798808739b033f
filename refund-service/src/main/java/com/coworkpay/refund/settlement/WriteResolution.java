package com.coworkpay.refund.settlement;

import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.platform.sql.TransientFailures;
import com.coworkpay.platform.sql.UniqueViolation;
import com.coworkpay.refund.domain.Failure;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.PaidPayment;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundState;
import com.coworkpay.refund.domain.RefundState.AwaitingApproval;
import com.coworkpay.refund.domain.RefundState.Failed;
import com.coworkpay.refund.domain.RefundState.InFlight;
import com.coworkpay.refund.domain.RefundState.Requested;
import com.coworkpay.refund.domain.RefundState.Succeeded;
import com.coworkpay.refund.domain.RefundState.Unknown;
import com.coworkpay.refund.domain.ReviewReason;
import com.coworkpay.refund.ledger.LedgerStore;
import com.coworkpay.refund.ledger.LedgerStore.Change;
import com.coworkpay.refund.ledger.LedgerStore.ReadLedger;
import com.coworkpay.refund.ledger.RefundProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes a resolution with the change of the ledger that it makes. It checks the version that the order inquiry in
/// the same request was made on.
@ApplicationScoped
class WriteResolution {

    private static final String CHECK_VIOLATION = "23514";

    private final LedgerStore ledgers;
    private final ResolutionStore resolutions;

    WriteResolution(LedgerStore ledgers, ResolutionStore resolutions) {
        this.ledgers = ledgers;
        this.resolutions = resolutions;
    }

    /// Empty when the refund has changed in the meantime.
    ///
    /// @param ledger as it is now, with this refund as it was taken
    Uni<Optional<StoredResolution>> resolve(
            NewResolution newResolution, DueRefund due, Ledger ledger, OrderInquiry inquiry) {
        boolean confirmed = inquiry instanceof OrderInquiry.NotCanceled;
        Change change =
                switch (newResolution.outcome()) {
                    case REFUNDED -> refunded(newResolution, due.state(), inquiry);
                    case REFUNDED_ELSEWHERE -> ended(due.state(), Failure.REFUNDED_ELSEWHERE, confirmed);
                    case GIVEN_UP -> ended(due.state(), Failure.GIVEN_UP, confirmed);
                };
        return write(newResolution, new ReadLedger(ledger, due.time()), due.refund(), change, inquiry.code());
    }

    /// KakaoPay has refunded it, by the cancel that the person names.
    private static Change refunded(NewResolution newResolution, RefundState state, OrderInquiry inquiry) {
        String aid = Objects.requireNonNull(newResolution.aid());
        Instant canceledAt = canceledAt(aid, inquiry);
        String how = "NAMED_BY_A_PERSON";
        return switch (state) {
            case Unknown unknown -> Change.of(unknown, (refund, at) -> refund.succeed(aid, canceledAt, how, at));
            case Failed failed -> Change.of(failed, (refund, at) -> refund.succeed(aid, canceledAt, how, at));
            case Requested _, AwaitingApproval _, InFlight _, Succeeded _ -> changed();
        };
    }

    private static @Nullable Instant canceledAt(String aid, OrderInquiry inquiry) {
        return inquiry instanceof OrderInquiry.UnexplainedBalance lower
                ? lower.unrecorded().stream()
                        .filter(cancel -> aid.equals(cancel.aid()))
                        .map(KakaoPayCancel::at)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null)
                : null;
    }

    /// KakaoPay does not refund it.
    private static Change ended(RefundState state, Failure failure, boolean confirmed) {
        return switch (state) {
            case Requested requested -> Change.of(requested, (refund, at) -> refund.end(failure, confirmed, at));
            case Unknown unknown -> Change.of(unknown, (refund, at) -> refund.end(failure, confirmed, at));
            case Failed failed -> Change.of(failed, (refund, at) -> refund.end(failure, confirmed, at));
            case AwaitingApproval _, InFlight _, Succeeded _ -> changed();
        };
    }

    private static Change changed() {
        return (_, _) -> null;
    }

    /// Of a refund in manual review because the member may have got it twice; empty if it is not.
    Uni<Optional<StoredResolution>> acknowledge(NewResolution newResolution) {
        return ledgers.read(newResolution.paymentId())
                .map(found ->
                        found.filter(read -> isAt(newResolution, read.ledger().payment())))
                .chain(found -> {
                    Optional<Refund> twice = found.flatMap(read -> read.ledger().refund(newResolution.refundId()))
                            .filter(refund -> refund.manualReviewReason() == ReviewReason.REFUNDED_TWICE
                                    && Objects.equals(refund.aid(), newResolution.aid()));
                    if (twice.isEmpty() || !(RefundState.of(twice.get()) instanceof Succeeded succeeded)) {
                        return Uni.createFrom().item(Optional.empty());
                    }
                    Change change = Change.of(succeeded, (refund, _) -> refund.acknowledge());
                    return write(newResolution, found.orElseThrow(), twice.get(), change, "NOT_ASKED");
                });
    }

    private static boolean isAt(NewResolution newResolution, PaidPayment payment) {
        return payment.locationId().equals(newResolution.locationId());
    }

    /// A request with the same key may be faster.
    private Uni<Optional<StoredResolution>> write(
            NewResolution newResolution, ReadLedger read, Refund refund, Change change, String orderAnswer) {
        String traceparent = Traceparent.current();
        Change approved = (before, at) -> newResolution.isUnapproved(before) ? null : change.after(before, at);
        return ledgers.change(
                        read,
                        approved,
                        at -> newResolution.resolution(refund, orderAnswer, at, traceparent),
                        after -> audited(newResolution, refund, after))
                .onFailure(WriteResolution::isNotProposed)
                .transform(_ -> ProblemException.of(RefundProblem.NOT_AWAITING_APPROVAL))
                .onFailure(WriteResolution::exceedsWhatWasPaid)
                .transform(_ -> ProblemException.of(RefundProblem.NOTHING_LEFT))
                .replaceWithVoid()
                .onFailure(UniqueViolation::isOne)
                .recoverWithNull()
                .onFailure(LedgerStore.LedgerContendedException.class)
                .recoverWithNull()
                .chain(() -> resolutions.find(newResolution));
    }

    private static AuditEntry audited(NewResolution newResolution, Refund before, Ledger after) {
        return newResolution
                .audit()
                .changed(
                        "status",
                        before.status(),
                        after.refund(before.id()).map(Refund::status).orElse(null));
    }

    /// It was declined or taken back in the meantime, or has expired.
    private static boolean isNotProposed(Throwable failure) {
        return failure instanceof PgException refused && "resolution_proposed".equals(refused.getConstraint());
    }

    private static boolean exceedsWhatWasPaid(Throwable failure) {
        return failure instanceof IllegalArgumentException
                || CHECK_VIOLATION.equals(TransientFailures.sqlState(failure));
    }
}
