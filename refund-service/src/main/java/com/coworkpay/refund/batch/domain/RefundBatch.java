package com.coworkpay.refund.batch.domain;

import com.coworkpay.refund.domain.Approval;
import com.coworkpay.refund.domain.Approval.Answer;
import com.coworkpay.refund.domain.Approval.AnswerKind;
import com.coworkpay.refund.domain.ApprovalLimit;
import io.soabase.recordbuilder.core.RecordBuilder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The row of a refund batch. Each move gives its next version, and is legal by [BatchStatus].
///
/// @param timezone in which the day begins and ends, from the count on
/// @param confirmedByBookingSystem no dry run waits for a person
/// @param cancellationId the booking system's
/// @param candidatesAt when its payments were stored
/// @param candidates all of its payments
/// @param payments those that are to be refunded
/// @param totalKrw what is given back at most
/// @param confirmedBy absent where the booking system confirmed it
/// @param approval absent: nobody has to approve it
/// @param expiresAt while it waits for somebody
/// @param endedBy absent where it ended by itself
@RecordBuilder
@RecordBuilder.Options(addClassRetainedGenerated = true, enableWither = false)
public record RefundBatch(
        UUID id,
        String locationId,
        long version,
        BatchKind kind,
        @Nullable String eventId,
        @Nullable LocalDate day,
        @Nullable String resourceType,
        @Nullable String resourceId,
        @Nullable String timezone,
        BatchSource source,
        boolean confirmedByBookingSystem,
        @Nullable String cancellationId,
        String requestedBy,
        Instant requestedAt,
        @Nullable String note,
        BatchStatus status,
        @Nullable Instant candidatesAt,
        @Nullable Instant countedAt,
        @Nullable Integer candidates,
        @Nullable Integer payments,
        @Nullable Long totalKrw,
        @Nullable String confirmedBy,
        @Nullable Instant confirmedAt,
        @Nullable Approval approval,
        @Nullable Instant expiresAt,
        @Nullable Instant startedAt,
        @Nullable String pausedBy,
        @Nullable Instant pausedAt,
        @Nullable Instant finishedAt,
        @Nullable String endedBy,
        @Nullable String endingNote,
        @Nullable String traceparent) {

    /// What the count found.
    ///
    /// @param highestPaymentKrw the most that any payment has given back with what the batch gives back of it
    public record Counted(int candidates, int payments, long totalKrw, long highestPaymentKrw) {}

    /// The reason of its refunds.
    public String refundReason() {
        return switch (kind) {
            case EVENT -> "EVENT_CANCELED";
            case DAY -> "DAY_CLOSED";
        };
    }

    /// Whether somebody has to approve it, and how many: the sum, or one payment with all that was given back of it, is
    /// above the location's limit. What the booking system confirmed needs two: its name of a person proves
    /// nothing.
    public @Nullable Approval approvalNeeded(Counted counted, ApprovalLimit limit, Instant expiresAt) {
        boolean isNeeded = Math.max(counted.totalKrw(), counted.highestPaymentKrw()) > limit.krw();
        int persons = confirmedByBookingSystem ? ApprovalLimit.TWO_PERSONS : ApprovalLimit.SECOND_PERSON;
        return isNeeded ? new Approval(persons, limit.krw(), limit.version(), expiresAt, java.util.List.of()) : null;
    }

    /// The end of the count, where a person has to confirm it.
    public RefundBatch dryRun(Counted counted, Instant expiresAt, Instant at) {
        return counted(next(BatchStatus.DRY_RUN), counted, at)
                .expiresAt(expiresAt)
                .build();
    }

    /// The end of the count, where nothing is to be refunded.
    public RefundBatch nothingToRefund(Counted counted, Instant at) {
        return counted(next(BatchStatus.DONE), counted, at).finishedAt(at).build();
    }

    /// The end of the count, where the booking system has confirmed it.
    public RefundBatch confirmedByEvent(Counted counted, @Nullable Approval needed, Instant at) {
        return confirmed(counted(next(afterConfirmation(needed)), counted, at), needed, at)
                .build();
    }

    /// Its payments have changed: it is counted again.
    public RefundBatch countAgain(Instant expiresAt) {
        return next(BatchStatus.COUNTING)
                .candidatesAt(null)
                .countedAt(null)
                .candidates(null)
                .payments(null)
                .totalKrw(null)
                .expiresAt(expiresAt)
                .build();
    }

    public RefundBatch confirm(String by, @Nullable Approval needed, Instant at) {
        return confirmed(next(afterConfirmation(needed)), needed, at)
                .confirmedBy(by)
                .build();
    }

    /// Whether this person may be one of those who approve it: nobody approves what they asked for or confirmed, or
    /// twice.
    public boolean mayBeApprovedBy(String person) {
        return !person.equals(requestedBy)
                && !person.equals(confirmedBy)
                && approval != null
                && !approval.isApprovedBy(person);
    }

    /// @throws IllegalArgumentException for a person who may not
    public RefundBatch approve(Answer answer, Instant at) {
        if (!mayBeApprovedBy(answer.by())) {
            throw new IllegalArgumentException("refund batch " + id + " does not take this answer");
        }
        Approval answered = Objects.requireNonNull(approval).with(answer);
        return answered.given() < answered.needed()
                ? RefundBatchBuilder.builder(this)
                        .version(version + 1)
                        .approval(answered)
                        .build()
                : next(BatchStatus.RUNNING).approval(answered).startedAt(at).build();
    }

    public RefundBatch decline(Answer answer, Instant at) {
        return ended(BatchStatus.DECLINED, answer.by(), answer.note(), at)
                .approval(Objects.requireNonNull(approval).with(answer))
                .build();
    }

    /// By one who asked for it.
    public RefundBatch withdraw(Answer answer, Instant at) {
        return ended(BatchStatus.DISMISSED, answer.by(), answer.note(), at)
                .approval(Objects.requireNonNull(approval).with(answer))
                .build();
    }

    public RefundBatch dismiss(String by, @Nullable String why, Instant at) {
        if (status == BatchStatus.AWAITING_APPROVAL) {
            throw new IllegalArgumentException("refund batch " + id + " was confirmed");
        }
        return ended(BatchStatus.DISMISSED, by, why, at).build();
    }

    public RefundBatch expire(Instant at) {
        return ended(BatchStatus.EXPIRED, null, null, at).build();
    }

    public RefundBatch pause(String by, Instant at) {
        return next(BatchStatus.PAUSED).pausedBy(by).pausedAt(at).build();
    }

    public RefundBatch resume() {
        return next(BatchStatus.RUNNING).pausedBy(null).pausedAt(null).build();
    }

    public RefundBatch stop(String by, @Nullable String why, Instant at) {
        return ended(BatchStatus.STOPPED, by, why, at).build();
    }

    public RefundBatch done(Instant at) {
        return ended(BatchStatus.DONE, null, null, at).build();
    }

    /// @param answers of a person that it has
    public boolean isAnswered(AnswerKind kind, String by) {
        return approval != null
                && approval.answers().stream()
                        .anyMatch(answer -> answer.kind() == kind && answer.by().equals(by));
    }

    private static BatchStatus afterConfirmation(@Nullable Approval needed) {
        return needed == null ? BatchStatus.RUNNING : BatchStatus.AWAITING_APPROVAL;
    }

    private static RefundBatchBuilder counted(RefundBatchBuilder next, Counted counted, Instant at) {
        return next.countedAt(at)
                .candidates(counted.candidates())
                .payments(counted.payments())
                .totalKrw(counted.totalKrw());
    }

    private static RefundBatchBuilder confirmed(RefundBatchBuilder next, @Nullable Approval needed, Instant at) {
        return next.confirmedAt(at)
                .approval(needed)
                .expiresAt(needed == null ? null : needed.expiresAt())
                .startedAt(needed == null ? at : null);
    }

    private RefundBatchBuilder ended(BatchStatus end, @Nullable String by, @Nullable String why, Instant at) {
        return next(end).finishedAt(at).endedBy(by).endingNote(why);
    }

    /// @throws IllegalArgumentException for an illegal move
    private RefundBatchBuilder next(BatchStatus to) {
        if (!status.mayBecome(to)) {
            throw new IllegalArgumentException("refund batch " + id + " is " + status);
        }
        return RefundBatchBuilder.builder(this).version(version + 1).status(to).expiresAt(null);
    }
}
