package com.coworkpay.refund.settlement;

import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditedObject;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.domain.RefundAction;
import com.coworkpay.refund.ledger.RefundProblem;
import com.coworkpay.refund.settlement.ProposedResolution.Ending;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Another person approves or declines a resolution that waits, or the one who proposed it takes it back. It is made
/// when it is approved, with an order inquiry of that moment, and has ended with the same commit; if it is refused
/// then, it waits on.
@ApplicationScoped
class AnswerProposal {

    private static final Logger LOG = Logger.getLogger(AnswerProposal.class);

    private final ProposedResolutionStore proposals;
    private final ResolveRefund resolveRefund;

    AnswerProposal(ProposedResolutionStore proposals, ResolveRefund resolveRefund) {
        this.proposals = proposals;
        this.resolveRefund = resolveRefund;
    }

    /// @param ending what the person makes of it; not `EXPIRED`
    record ProposalAnswer(
            String locationId,
            UUID paymentId,
            UUID refundId,
            Ending ending,
            @Nullable String note,
            Actor actor) {

        String caller() {
            return actor.subject();
        }

        /// An approved one is on record as resolved.
        private AuditEntry audit() {
            RefundAction action =
                    ending == Ending.WITHDRAWN ? RefundAction.RESOLUTION_WITHDRAWN : RefundAction.RESOLUTION_DECLINED;
            return AuditEntry.done(action, actor, AuditedObject.refund(locationId, paymentId, refundId))
                    .because(note);
        }
    }

    /// @return the proposal after it. Fails with a [ProblemException] where the answer is not accepted
    Uni<ProposedResolution> answer(ProposalAnswer answer) {
        return proposals
                .ofRefund(answer.locationId(), answer.paymentId(), answer.refundId())
                .map(found -> found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)))
                .chain(proposed -> answer(answer, proposed))
                .memoize()
                .indefinitely();
    }

    private Uni<ProposedResolution> answer(ProposalAnswer answer, ProposedResolution proposed) {
        if (answer.ending() == proposed.ending() && answer.caller().equals(proposed.endedBy())) {
            return Uni.createFrom().item(proposed);
        }
        refusal(answer, proposed).ifPresent(problem -> {
            throw problem;
        });
        return answer.ending() == Ending.APPROVED
                ? resolveRefund
                        .resolve(proposed.approved(answer.actor(), answer.note()))
                        .chain(_ -> proposals.ofKey(proposed.proposedBy(), proposed.idempotencyKey()))
                        .map(Optional::orElseThrow)
                : end(answer, proposed);
    }

    private static Optional<ProblemException> refusal(ProposalAnswer answer, ProposedResolution proposed) {
        if (proposed.ending() != null || !Instant.now().isBefore(proposed.expiresAt())) {
            return Optional.of(ProblemException.of(RefundProblem.NOT_AWAITING_APPROVAL));
        }
        boolean isOwn = answer.caller().equals(proposed.proposedBy());
        return switch (answer.ending()) {
            case APPROVED ->
                isOwn ? Optional.of(ProblemException.of(RefundProblem.APPROVER_CONCERNED)) : Optional.empty();
            case DECLINED ->
                answer.note() == null
                        ? Optional.of(ProblemException.of(CommonProblem.INVALID_REQUEST)
                                .field("note"))
                        : Optional.empty();
            case WITHDRAWN ->
                isOwn ? Optional.empty() : Optional.of(ProblemException.of(RefundProblem.NOT_YOUR_REQUEST));
            case EXPIRED -> throw new IllegalArgumentException("nobody answers so");
        };
    }

    private Uni<ProposedResolution> end(ProposalAnswer answer, ProposedResolution proposed) {
        return proposals
                .end(proposed.id(), answer.ending(), answer.caller(), answer.note(), answer.audit())
                .map(ended -> ended.orElseThrow(() -> ProblemException.of(RefundProblem.NOT_AWAITING_APPROVAL)))
                .invoke(() ->
                        LOG.warnf("refund %s: a proposed resolution was %s", proposed.refundId(), answer.ending()));
    }
}
