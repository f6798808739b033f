package com.coworkpay.payment.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a payment is checked next, counted from the moment of a change.
///
/// @param at the moment, by the database's clock
public record CheckTimes(Instant at, Settings settings) {

    /// `coworkpay.payment.initiation` and `.settlement` (docs/reference/settings.md).
    public record Settings(
            Duration payWithin,
            Duration firstPause,
            Duration maxPause,
            Duration quietAfter,
            Duration deadAfter,
            Duration lateInquiryAfter,
            Duration declineInquiryAfter,
            Duration lateInquiryFor,
            Duration lateInquiryPause) {}

    private static final int MAX_DOUBLINGS = 20;

    /// The payer's time is counted from the sending of ready: never longer than KakaoPay's own.
    Instant expiry(Instant readySentAt) {
        return readySentAt.plus(settings.payWithin);
    }

    Instant firstCheck() {
        return at.plus(settings.firstPause);
    }

    /// Approve was surely not sent, and will be with the token that is kept. No pause exceeds the end of the TID.
    Instant resume(Payment payment) {
        return earliest(afterPause(payment.checkAttempts()), ifAhead(payment.initiatedAt(), settings.deadAfter));
    }

    /// A payment whose approval was ever claimed is inquired about once more after it is over: if KakaoPay has taken
    /// the money after all, it is found and refunded.
    @Nullable
    Instant lateInquiry(Payment payment) {
        return payment.wasClaimed() ? at.plus(settings.lateInquiryAfter) : null;
    }

    /// Soon: what failed may have been a time-out, after which money moved.
    @Nullable
    Instant lateInquiryAfterDecline(Payment payment) {
        return payment.wasClaimed() ? at.plus(settings.declineInquiryAfter) : null;
    }

    /// The late inquiry found nothing. An early one (a card company's decline may have been a time-out, or a person
    /// asked) does not replace the one that is due.
    @Nullable
    Instant lateInquiryStillDue(Payment payment) {
        return payment.wasClaimed() ? ifAhead(payment.endedAt(), settings.lateInquiryAfter) : null;
    }

    /// Pauses double. None exceeds the moments at which the same inquiry decides more: the end of the quiet time and of
    /// the TID.
    ///
    /// A late inquiry that learns nothing is repeated without end, at last with a long pause: it is not known yet
    /// whether money moved. A contradicted end is inquired about for a day from the moment at which manual review
    /// was
    /// asked for.
    @Nullable
    Instant nextCheck(Payment payment, int attempts, @Nullable Instant reviewSince, boolean hasLearnedNothing) {
        Instant endedAt = payment.status().isOver() ? payment.endedAt() : null;
        if (endedAt != null && hasLearnedNothing && isLongAgo(endedAt)) {
            return at.plus(settings.lateInquiryPause);
        }
        if (endedAt != null && isLongAgo(Payment.required(Payment.latest(endedAt, reviewSince)))) {
            return null;
        }
        Instant quiet = ifAhead(payment.approveSentAt(), settings.quietAfter);
        Instant dead = ifAhead(payment.initiatedAt(), settings.deadAfter);
        return earliest(earliest(afterPause(attempts), quiet), dead);
    }

    private Instant afterPause(int attempts) {
        double pause = settings.firstPause.toMillis() * Math.pow(2, Math.min(attempts, MAX_DOUBLINGS));
        return at.plusMillis((long) Math.min(settings.maxPause.toMillis(), pause));
    }

    private boolean isLongAgo(Instant then) {
        return then.isBefore(at.minus(settings.lateInquiryFor));
    }

    private @Nullable Instant ifAhead(@Nullable Instant from, Duration after) {
        return from == null || !from.plus(after).isAfter(at) ? null : from.plus(after);
    }

    private static Instant earliest(Instant a, @Nullable Instant b) {
        return b == null || a.isBefore(b) ? a : b;
    }
}
