package com.coworkpay.refund.domain;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.refund.domain.Approval.AnswerKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A refund in its state. Each record has only its legal moves, each of which gives the refund's next version, so
/// that an illegal one does not compile. The claims are statements, since they find what they change; a test compares
/// both with the same table in the database's trigger.
///
/// ```
///                      claim                   done
///  REQUESTED ────────────────────▶ IN_FLIGHT ─────────────────▶ SUCCEEDED
///    ▲   ▲       surely no money     │ ▲ │ │ hard decline          ▲   ▲
///    │   └──────────moved ───────────┘ │ │ └──────▶ FAILED ◀───┐   │   │
///    │ approved         repeat: order  │ │ no answer   ▲       │   │   │ order shows it
///    │                  says not there │ ▼             │ order: it is  │
///  AWAITING_APPROVAL                 UNKNOWN ──────────┘ still there   │
///    │ not approved ▶ FAILED           │ └──────────────────────────┘  │
///                                                                      (FAILED ─▶ SUCCEEDED: a late success)
/// ```
///
/// The amount is reserved in all but `SUCCEEDED` and `FAILED`. Cancel is sent from `IN_FLIGHT` alone, and repeated
/// from `UNKNOWN` only after an order inquiry. Manual review of a refund is a flag beside its state.
///
/// A move takes the time that the row and its event say.
public sealed interface RefundState {

    Refund refund();

    default RefundStatus status() {
        return refund().status();
    }

    static RefundState of(Refund refund) {
        return switch (refund.status()) {
            case REQUESTED -> new Requested(refund);
            case AWAITING_APPROVAL -> new AwaitingApproval(refund);
            case IN_FLIGHT -> new InFlight(refund);
            case UNKNOWN -> new Unknown(refund);
            case SUCCEEDED -> new Succeeded(refund);
            case FAILED -> new Failed(refund);
        };
    }

    /// Its amount is reserved. KakaoPay may show cancels that leave less for it.
    sealed interface Open extends RefundState permits Requested, AwaitingApproval, InFlight, Unknown {

        /// What is left for it. Whatever was sent is bound to the old balance and cannot take effect any more.
        RefundState cut(Amounts left, Instant at);

        /// The same amount was canceled outside, perhaps instead of it: it is not sent until a person has decided.
        RefundState hold(Amounts left, Instant at);

        /// Canceled outside, and nothing is left for it.
        default Failed nothingLeft(Instant at) {
            return new Failed(withoutReview(next(refund(), RefundStatus.FAILED))
                    .failure(Failure.REFUNDED_OUTSIDE)
                    .finishedAt(at)
                    .failureConfirmedAt(at)
                    .nextCheckAt(null)
                    .build());
        }
    }

    /// The request is stored, its amount reserved. Nothing that was sent, if anything was, has moved money.
    record Requested(Refund refund) implements Open {

        public Requested {
            expect(refund, RefundStatus.REQUESTED);
        }

        @Override
        public Requested cut(Amounts left, Instant at) {
            return new Requested(
                    neverSent(parts(next(refund, RefundStatus.REQUESTED), left)).build());
        }

        @Override
        public Requested hold(Amounts left, Instant at) {
            return new Requested(held(refund, RefundStatus.REQUESTED, left, at));
        }

        public Requested escalate(ReviewReason reason, Instant at) {
            return new Requested(escalated(refund, reason, at));
        }

        /// By a person.
        ///
        /// @param confirmed `order` shows that the money is still there
        public Failed end(Failure failure, boolean confirmed, Instant at) {
            return ended(refund, failure, confirmed, at);
        }
    }

    /// Above the location's limit: somebody else has to approve it before it is sent. `next_check_at` is when it
    /// expires.
    record AwaitingApproval(Refund refund) implements Open {

        public AwaitingApproval {
            expect(refund, RefundStatus.AWAITING_APPROVAL);
        }

        public Approval approval() {
            return Objects.requireNonNull(refund.approval());
        }

        /// Whether this person may be one of those who approve it: nobody approves what they asked for, or twice.
        public boolean mayBeApprovedBy(String person) {
            return !person.equals(refund.requestedBy()) && !approval().isApprovedBy(person);
        }

        public boolean isLastMissing() {
            return approval().given() + 1 >= approval().needed();
        }

        /// The last approval that it needs.
        public Requested approve(Approval.Answer answer, Instant at) {
            return new Requested(next(refund, RefundStatus.REQUESTED)
                    .approval(with(AnswerKind.APPROVED, answer))
                    .nextCheckAt(at)
                    .build());
        }

        /// One of several.
        public AwaitingApproval approveInPart(Approval.Answer answer) {
            return new AwaitingApproval(next(refund, RefundStatus.AWAITING_APPROVAL)
                    .approval(with(AnswerKind.APPROVED, answer))
                    .build());
        }

        public Failed decline(Approval.Answer answer, Instant at) {
            return notApproved(Failure.APPROVAL_DECLINED, with(AnswerKind.DECLINED, answer), at);
        }

        /// By the one who asked.
        public Failed withdraw(Approval.Answer answer, Instant at) {
            return notApproved(Failure.WITHDRAWN, with(AnswerKind.WITHDRAWN, answer), at);
        }

        public Failed expire(Instant at) {
            return notApproved(Failure.APPROVAL_EXPIRED, approval(), at);
        }

        private Failed notApproved(Failure failure, Approval answered, Instant at) {
            return new Failed(
                    RefundBuilder.builder(ended(refund, failure, true, at).refund())
                            .approval(answered)
                            .build());
        }

        private Approval with(AnswerKind kind, Approval.Answer answer) {
            if (answer.kind() != kind || kind == AnswerKind.APPROVED && !mayBeApprovedBy(answer.by())) {
                throw new IllegalArgumentException("refund " + refund.id() + " does not take this answer");
            }
            return approval().with(answer);
        }

        @Override
        public AwaitingApproval cut(Amounts left, Instant at) {
            return new AwaitingApproval(neverSent(parts(next(refund, RefundStatus.AWAITING_APPROVAL), left))
                    .build());
        }

        @Override
        public AwaitingApproval hold(Amounts left, Instant at) {
            return new AwaitingApproval(held(refund, RefundStatus.AWAITING_APPROVAL, left, at));
        }
    }

    /// The intention to cancel is stored; the call may be in flight, or its process may have died.
    record InFlight(Refund refund) implements Open {

        public InFlight {
            expect(refund, RefundStatus.IN_FLIGHT);
        }

        public boolean isRepeat() {
            return refund.cancelAttempts() > 1;
        }

        public Succeeded succeed(@Nullable String aid, @Nullable Instant canceledAt, String lastAnswer, Instant at) {
            return succeeded(refund, aid, canceledAt, lastAnswer, at);
        }

        /// KakaoPay declined the only attempt for good. `order` confirms it soon.
        ///
        /// @throws IllegalStateException for a repeat: its decline says nothing about the first attempt
        public Failed decline(Failure failure, String lastAnswer, Duration askAfter, Instant at) {
            onlyFirst();
            return new Failed(withoutReview(next(refund, RefundStatus.FAILED))
                    .failure(failure)
                    .lastAnswer(clipped(lastAnswer))
                    .finishedAt(at)
                    .onlyAttemptDeclined(true)
                    .checkAttempts(0)
                    .nextCheckAt(at.plus(askAfter))
                    .build());
        }

        /// Surely no money moved: it is sent again, with growing pauses.
        ///
        /// @throws IllegalStateException for a repeat
        public Requested sendAgain(String lastAnswer, Pauses pauses, Instant at) {
            onlyFirst();
            boolean inReview = refund.manualReviewSince() != null;
            return new Requested(unsent(next(refund, RefundStatus.REQUESTED))
                    .lastAnswer(clipped(lastAnswer))
                    .checkAttempts(refund.checkAttempts() + 1)
                    .nextCheckAt(at.plus(pauses.after(refund.checkAttempts(), refund.requestedAt(), inReview, at)))
                    .build());
        }

        /// @param declined KakaoPay declined this very attempt
        /// @param repeatNotBefore a bank's answer to it is missing: its deal must be over before another
        /// attempt
        public Unknown unknown(
                boolean declined, @Nullable Instant repeatNotBefore, String lastAnswer, Pauses pauses, Instant at) {
            return new Unknown(unanswered(lastAnswer, pauses, at)
                    .onlyAttemptDeclined(!isRepeat() && declined)
                    .repeatNotBefore(repeatNotBefore == null ? refund.repeatNotBefore() : repeatNotBefore)
                    .build());
        }

        /// It becomes the failure once an order inquiry shows that nothing was refunded.
        public Unknown repeatDeclined(Failure failure, String lastAnswer, Pauses pauses, Instant at) {
            return new Unknown(unanswered(lastAnswer, pauses, at)
                    .onlyAttemptDeclined(false)
                    .repeatDecline(failure)
                    .build());
        }

        /// The attempt does not count. The time of the last one that was sent is not known then; this one's is later,
        /// which only makes the quiet time longer.
        public Unknown repeatNotSent(String lastAnswer, Pauses pauses, Instant at) {
            return new Unknown(unanswered(lastAnswer, pauses, at)
                    .cancelAttempts(refund.cancelAttempts() - 1)
                    .build());
        }

        /// From the first attempt on, `check_attempts` counts the order inquiries.
        private RefundBuilder unanswered(String lastAnswer, Pauses pauses, Instant at) {
            int checkAttempts = isRepeat() ? refund.checkAttempts() : 0;
            Duration pause =
                    pauses.after(checkAttempts, unsettledSince(refund), refund.manualReviewSince() != null, at);
            return next(refund, RefundStatus.UNKNOWN)
                    .lastAnswer(clipped(lastAnswer))
                    .checkAttempts(checkAttempts)
                    .nextCheckAt(at.plus(pause));
        }

        @Override
        public Requested cut(Amounts left, Instant at) {
            return restarted(refund, left, at);
        }

        @Override
        public Unknown hold(Amounts left, Instant at) {
            return new Unknown(held(refund, RefundStatus.UNKNOWN, left, at));
        }

        private void onlyFirst() {
            if (isRepeat()) {
                throw new IllegalStateException("only order settles a cancel that was sent twice");
            }
        }
    }

    /// A cancel may have taken effect: only `order`, or a late answer that says "done", moves it.
    record Unknown(Refund refund) implements Open {

        public Unknown {
            expect(refund, RefundStatus.UNKNOWN);
        }

        public Succeeded succeed(@Nullable String aid, @Nullable Instant canceledAt, String lastAnswer, Instant at) {
            return succeeded(refund, aid, canceledAt, lastAnswer, at);
        }

        /// `order` shows that the money is still there, and nothing that was sent can take effect any more.
        public Failed stillThere(Failure failure, Instant at) {
            return new Failed(withoutReview(next(refund, RefundStatus.FAILED))
                    .failure(failure)
                    .lastAnswer("STILL_THERE_BY_ORDER")
                    .finishedAt(at)
                    .onlyAttemptDeclined(false)
                    .failureConfirmedAt(at)
                    .checkAttempts(0)
                    .nextCheckAt(null)
                    .build());
        }

        /// The balance that it was bound to is not the present one: nothing that was sent can take effect any more.
        public Requested restart(Instant at) {
            return new Requested(unsent(next(refund, RefundStatus.REQUESTED))
                    .repeatNotBefore(null)
                    .checkAttempts(0)
                    .nextCheckAt(at)
                    .build());
        }

        @Override
        public Requested cut(Amounts left, Instant at) {
            return restarted(refund, left, at);
        }

        @Override
        public Unknown hold(Amounts left, Instant at) {
            return new Unknown(held(refund, RefundStatus.UNKNOWN, left, at));
        }

        public Unknown escalate(ReviewReason reason, Instant at) {
            return new Unknown(escalated(refund, reason, at));
        }

        /// By a person.
        ///
        /// @param confirmed `order` shows that the money is still there
        public Failed end(Failure failure, boolean confirmed, Instant at) {
            return ended(refund, failure, confirmed, at);
        }
    }

    record Succeeded(Refund refund) implements RefundState {

        public Succeeded {
            expect(refund, RefundStatus.SUCCEEDED);
        }

        /// A person knows that the member may have got it twice.
        public Succeeded acknowledge() {
            return new Succeeded(
                    withoutReview(next(refund, RefundStatus.SUCCEEDED)).build());
        }
    }

    /// After a hard decline it is not confirmed until `order` shows that nothing moved.
    record Failed(Refund refund) implements RefundState {

        public Failed {
            expect(refund, RefundStatus.FAILED);
        }

        /// KakaoPay shows later that it was canceled: what it shows wins. If a person had recorded it as refunded
        /// elsewhere, the member may have got it twice.
        ///
        /// @param parts those that fit what is left
        public Succeeded succeedLate(Amounts parts, @Nullable String aid, @Nullable Instant canceledAt, Instant at) {
            boolean isTwice = refund.failure() == Failure.REFUNDED_ELSEWHERE;
            Refund found =
                    succeeded(refund, aid, canceledAt, "SUCCEEDED_LATE", at).refund();
            return new Succeeded(parts(RefundBuilder.builder(found), parts)
                    .manualReviewSince(isTwice ? at : null)
                    .manualReviewReason(isTwice ? ReviewReason.REFUNDED_TWICE : null)
                    .build());
        }

        /// By the cancel that a person names.
        public Succeeded succeed(String aid, @Nullable Instant canceledAt, String lastAnswer, Instant at) {
            return succeeded(refund, aid, canceledAt, lastAnswer, at);
        }

        /// `order` proved that it moved nothing.
        public Failed confirm(Instant at) {
            return new Failed(withoutReview(next(refund, RefundStatus.FAILED))
                    .failureConfirmedAt(at)
                    .nextCheckAt(null)
                    .build());
        }

        public Failed escalate(ReviewReason reason, Instant at) {
            return new Failed(escalated(refund, reason, at));
        }

        /// By a person.
        ///
        /// @param confirmed `order` shows that the money is still there
        public Failed end(Failure failure, boolean confirmed, Instant at) {
            return ended(refund, failure, confirmed, at);
        }
    }

    private static void expect(Refund refund, RefundStatus status) {
        if (refund.status() != status) {
            throw new IllegalArgumentException("refund " + refund.id() + " is " + refund.status());
        }
    }

    private static RefundBuilder next(Refund refund, RefundStatus status) {
        return RefundBuilder.builder(refund).version(refund.version() + 1).status(status);
    }

    private static RefundBuilder parts(RefundBuilder next, Amounts parts) {
        return next.amountKrw(parts.totalKrw()).vatKrw(parts.vatKrw()).taxFreeKrw(parts.taxFreeKrw());
    }

    private static RefundBuilder withoutReview(RefundBuilder next) {
        return next.manualReviewSince(null).manualReviewReason(null);
    }

    /// Whatever was sent surely moved no money.
    private static RefundBuilder unsent(RefundBuilder next) {
        return next.cancelAttempts(0)
                .sentAt(null)
                .availableKrw(null)
                .onlyAttemptDeclined(false)
                .unsettledSince(null);
    }

    private static RefundBuilder neverSent(RefundBuilder next) {
        return withoutReview(unsent(next)).repeatDecline(null).repeatNotBefore(null);
    }

    /// Requested again, with what is left for it.
    private static Requested restarted(Refund refund, Amounts left, Instant at) {
        return new Requested(neverSent(parts(next(refund, RefundStatus.REQUESTED), left))
                .nextCheckAt(at)
                .build());
    }

    private static Refund held(Refund refund, RefundStatus status, Amounts left, Instant at) {
        return parts(next(refund, status), left)
                .manualReviewSince(refund.isHeld() ? refund.manualReviewSince() : at)
                .manualReviewReason(ReviewReason.SAME_AMOUNT_OUTSIDE)
                .build();
    }

    /// The refund continues. A more serious reason replaces a less serious one.
    private static Refund escalated(Refund refund, ReviewReason reason, Instant at) {
        return next(refund, refund.status())
                .manualReviewReason(reason)
                .manualReviewSince(at)
                .build();
    }

    private static Succeeded succeeded(
            Refund refund, @Nullable String aid, @Nullable Instant canceledAt, String lastAnswer, Instant at) {
        return new Succeeded(withoutReview(next(refund, RefundStatus.SUCCEEDED))
                .failure(null)
                .aid(aid == null ? null : clipped(aid))
                .canceledAt(canceledAt == null ? at : canceledAt)
                .lastAnswer(clipped(lastAnswer))
                .finishedAt(at)
                .nextCheckAt(null)
                .build());
    }

    /// KakaoPay does not refund it. An unconfirmed failure is inquired about until `order` confirms it.
    private static Failed ended(Refund refund, Failure failure, boolean confirmed, Instant at) {
        Instant confirmedAt = refund.failureConfirmedAt();
        Instant nextCheckAt = refund.status() == RefundStatus.FAILED ? refund.nextCheckAt() : at;
        return new Failed(withoutReview(next(refund, RefundStatus.FAILED))
                .failure(failure)
                .finishedAt(at)
                .failureConfirmedAt(confirmed && confirmedAt == null ? at : confirmedAt)
                .nextCheckAt(confirmed ? null : nextCheckAt)
                .build());
    }

    private static Instant unsettledSince(Refund refund) {
        return Objects.requireNonNull(refund.unsettledSince());
    }

    /// Text of KakaoPay's answer must never make a refund impossible to store.
    private static String clipped(String answer) {
        String plain = answer.replace("\0", "");
        return plain.length() > MAX_ANSWER ? plain.substring(0, MAX_ANSWER) : plain;
    }

    /// The longest answer that is stored.
    int MAX_ANSWER = 120;
}
