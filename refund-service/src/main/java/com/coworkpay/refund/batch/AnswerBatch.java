package com.coworkpay.refund.batch;

import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.batch.domain.BatchStatus;
import com.coworkpay.refund.batch.domain.RefundBatch;
import com.coworkpay.refund.domain.Approval.Answer;
import com.coworkpay.refund.domain.Approval.AnswerKind;
import com.coworkpay.refund.domain.RefundAction;
import com.coworkpay.refund.ledger.RefundProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A second person approves or declines a refund batch, or the one who asked takes it back.
@ApplicationScoped
class AnswerBatch {

    private final ChangeBatch changeBatch;
    private final BatchFactsStore facts;

    AnswerBatch(ChangeBatch changeBatch, BatchFactsStore facts) {
        this.changeBatch = changeBatch;
        this.facts = facts;
    }

    /// @param totalKrw that the person saw; absent for one who takes it back
    Uni<Void> answer(
            String locationId, UUID id, AnswerKind kind, @Nullable Long totalKrw, @Nullable String note, Actor actor) {
        String person = actor.subject();
        return changeBatch.change(
                locationId,
                id,
                action(kind),
                note,
                actor,
                now -> now.batch().isAnswered(kind, person)
                        ? Uni.createFrom().nullItem()
                        : facts.isPayer(id, person).map(isPayer -> next(now, kind, totalKrw, note, person, isPayer)));
    }

    private static RefundAction action(AnswerKind kind) {
        return switch (kind) {
            case APPROVED -> RefundAction.BATCH_APPROVED;
            case DECLINED -> RefundAction.BATCH_DECLINED;
            case WITHDRAWN -> RefundAction.BATCH_WITHDRAWN;
        };
    }

    private static RefundBatch next(
            StoredBatch now,
            AnswerKind kind,
            @Nullable Long totalKrw,
            @Nullable String note,
            String person,
            boolean isPayer) {
        RefundBatch batch = now.batch();
        Instant at = now.time().now();
        refusal(batch, kind, totalKrw, note, person, isPayer, at).ifPresent(AnswerBatch::refuse);
        Answer answer = new Answer(kind, person, at, note);
        return switch (kind) {
            case APPROVED -> batch.approve(answer, at);
            case DECLINED -> batch.decline(answer, at);
            case WITHDRAWN -> batch.withdraw(answer, at);
        };
    }

    private static void refuse(ProblemException problem) {
        throw problem;
    }

    private static Optional<ProblemException> refusal(
            RefundBatch batch,
            AnswerKind kind,
            @Nullable Long totalKrw,
            @Nullable String note,
            String person,
            boolean isPayer,
            Instant at) {
        Instant expiresAt = batch.expiresAt();
        if (batch.status() != BatchStatus.AWAITING_APPROVAL || expiresAt == null || !at.isBefore(expiresAt)) {
            return Optional.of(ChangeBatch.wrongStatus(batch));
        }
        return switch (kind) {
            case APPROVED ->
                batch.mayBeApprovedBy(person) && !isPayer
                        ? stale(batch, totalKrw)
                        : Optional.of(ProblemException.of(RefundProblem.APPROVER_CONCERNED));
            case DECLINED ->
                note == null
                        ? Optional.of(ProblemException.of(CommonProblem.INVALID_REQUEST)
                                .field("note"))
                        : stale(batch, totalKrw);
            case WITHDRAWN ->
                person.equals(batch.requestedBy()) || person.equals(batch.confirmedBy())
                        ? Optional.empty()
                        : Optional.of(ProblemException.of(RefundProblem.NOT_YOUR_REQUEST));
        };
    }

    private static Optional<ProblemException> stale(RefundBatch batch, @Nullable Long totalKrw) {
        return Objects.equals(totalKrw, batch.totalKrw())
                ? Optional.empty()
                : Optional.of(ProblemException.of(RefundProblem.APPROVAL_AMOUNT_STALE)
                        .field("totalKrw")
                        .with("amountKrw", String.format(Locale.ROOT, "%,d", batch.totalKrw()))
                        .code(String.valueOf(batch.totalKrw())));
    }
}
