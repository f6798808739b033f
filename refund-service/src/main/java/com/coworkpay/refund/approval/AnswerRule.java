package com.coworkpay.refund.approval;

import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.domain.Approval;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundState;
import com.coworkpay.refund.domain.RefundState.AwaitingApproval;
import com.coworkpay.refund.ledger.RefundProblem;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Whether an answer is accepted, and what it makes of the refund. Pure.
final class AnswerRule {

    private AnswerRule() {}

    /// The same person has answered the same before, whatever became of the refund since: the answer stands.
    static boolean isRepeated(NewAnswer newAnswer, Refund refund) {
        Approval approval = refund.approval();
        return approval != null
                && approval.answers().stream()
                        .anyMatch(answer ->
                                answer.kind() == newAnswer.kind() && answer.by().equals(newAnswer.caller()));
    }

    static Optional<ProblemException> refusal(NewAnswer newAnswer, Ledger ledger, Refund refund, Instant at) {
        if (!(RefundState.of(refund) instanceof AwaitingApproval awaiting)
                || !at.isBefore(awaiting.approval().expiresAt())) {
            return Optional.of(ProblemException.of(RefundProblem.NOT_AWAITING_APPROVAL));
        }
        return switch (newAnswer.kind()) {
            case APPROVED ->
                awaiting.mayBeApprovedBy(newAnswer.caller())
                                && !ledger.payment().payerId().equals(newAnswer.caller())
                        ? staleAmount(newAnswer, refund)
                        : Optional.of(ProblemException.of(RefundProblem.APPROVER_CONCERNED));
            case DECLINED ->
                newAnswer.note() == null
                        ? Optional.of(ProblemException.of(CommonProblem.INVALID_REQUEST)
                                .field("note"))
                        : staleAmount(newAnswer, refund);
            case WITHDRAWN ->
                Objects.equals(newAnswer.caller(), refund.requestedBy())
                        ? Optional.empty()
                        : Optional.of(ProblemException.of(RefundProblem.NOT_YOUR_REQUEST));
        };
    }

    private static Optional<ProblemException> staleAmount(NewAnswer newAnswer, Refund refund) {
        return Objects.equals(newAnswer.amountKrw(), refund.amountKrw())
                ? Optional.empty()
                : Optional.of(ProblemException.of(RefundProblem.APPROVAL_AMOUNT_STALE)
                        .field("amountKrw")
                        .with("amountKrw", String.format(Locale.ROOT, "%,d", refund.amountKrw()))
                        .code(String.valueOf(refund.amountKrw())));
    }

    static RefundState next(AwaitingApproval refund, NewAnswer newAnswer, Instant at) {
        Approval.Answer answer = new Approval.Answer(newAnswer.kind(), newAnswer.caller(), at, newAnswer.note());
        return switch (newAnswer.kind()) {
            case APPROVED -> refund.isLastMissing() ? refund.approve(answer, at) : refund.approveInPart(answer);
            case DECLINED -> refund.decline(answer, at);
            case WITHDRAWN -> refund.withdraw(answer, at);
        };
    }
}
