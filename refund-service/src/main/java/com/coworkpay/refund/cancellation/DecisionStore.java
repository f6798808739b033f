package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.outbox.Traceparent;
import com.coworkpay.refund.RefundConfig;
import com.coworkpay.refund.domain.Approval;
import com.coworkpay.refund.domain.ApprovalLimit;
import com.coworkpay.refund.domain.Decision;
import com.coworkpay.refund.domain.Ledger;
import com.coworkpay.refund.domain.LedgerChange;
import com.coworkpay.refund.domain.LocalizedText;
import com.coworkpay.refund.domain.Origin;
import com.coworkpay.refund.domain.Refund;
import com.coworkpay.refund.domain.RefundBuilder;
import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.TaxApportionment;
import com.coworkpay.refund.ledger.LedgerStore;
import com.coworkpay.refund.policy.domain.DecisionTexts;
import com.coworkpay.refund.policy.domain.RefundRule;
import com.coworkpay.refund.policy.domain.RefundTrigger;
import com.coworkpay.refund.policy.domain.RuleResult;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Stores decisions and, where they refund money, the refunds with their amounts reserved: a batch at once, each
/// decision on the version of the ledger that it was made from.
///
/// Two batches may have payments in common: the events of the booking system and of payment-service are handled
/// concurrently, and so they are by two instances.
@ApplicationScoped
class DecisionStore {

    private final LedgerStore ledgers;
    private final Duration expiresAfter;

    DecisionStore(LedgerStore ledgers, RefundConfig config) {
        this.ledgers = ledgers;
        this.expiresAfter = config.refund().approval().expiresAfter();
    }

    /// @param after the ledger with the decision
    public record StoredCase(DecidedCase decided, Ledger after) {}

    /// @param decided at most one of each payment
    /// @return those that were stored. For the others the ledger has changed, or another batch decided: find the
    /// cases
    ///     again
    public Uni<List<StoredCase>> store(List<DecidedCase> decided) {
        List<LedgerChange> changes = decided.stream().map(this::change).toList();
        return ledgers.write(changes).map(written -> {
            List<StoredCase> stored = new ArrayList<>();
            for (int i = 0; i < changes.size(); i++) {
                if (written.contains(decided.get(i).decisionCase().paymentId())) {
                    stored.add(new StoredCase(decided.get(i), changes.get(i).after()));
                }
            }
            return stored;
        });
    }

    private LedgerChange change(DecidedCase decided) {
        DecisionCase decisionCase = decided.decisionCase();
        Ledger before = decisionCase.ledger();
        Instant at = before.decidedAt(decisionCase.time().now());
        String trace = decisionCase.traceparent() == null ? Traceparent.current() : decisionCase.traceparent();
        UUID refundId = decided.result().refunds() ? Ids.next() : null;
        Decision decision = decision(decided, refundId, at);
        Refund refund = refundId == null ? null : refund(decided, refundId, decision, at, trace);
        return new LedgerChange(before, before.decide(decision, refund), at, trace, null);
    }

    private static Decision decision(DecidedCase decided, @Nullable UUID refundId, Instant at) {
        DecisionCase decisionCase = decided.decisionCase();
        RuleResult result = decided.result();
        LocalizedText explanation = DecisionTexts.of(decisionCase.input(), result);
        return new Decision(
                Ids.next(),
                decisionCase.paymentId(),
                decisionCase.ledger().payment().locationId(),
                decisionCase.cancellationId(),
                decisionCase.edition(),
                result.refunds() ? "REFUND" : "DECLINED",
                result.reason().name(),
                result.amountKrw(),
                refundId,
                result.deadlineAt(),
                DecisionEvidence.of(decisionCase.input(), result),
                explanation.ko(),
                explanation.en(),
                at);
    }

    private Refund refund(
            DecidedCase decided, UUID refundId, Decision decision, Instant at, @Nullable String traceparent) {
        DecisionCase decisionCase = decided.decisionCase();
        boolean isOverpayment = decisionCase.input().trigger() instanceof RefundTrigger.Overpayment;
        Approval approval = approval(decided, at);
        Amounts amounts = TaxApportionment.of(decisionCase.ledger().amounts().left(), decision.amountKrw());
        return RefundBuilder.builder()
                .id(refundId)
                .paymentId(decision.paymentId())
                .version(1)
                .status(approval == null ? RefundStatus.REQUESTED : RefundStatus.AWAITING_APPROVAL)
                .origin(isOverpayment ? Origin.OVERPAYMENT : Origin.CANCELLATION)
                .amountKrw(amounts.totalKrw())
                .vatKrw(amounts.vatKrw())
                .taxFreeKrw(amounts.taxFreeKrw())
                .decisionId(decision.id())
                .cancellationId(decision.cancellationId())
                .reason(decision.reason())
                .requestedBy(decisionCase.canceledBy())
                .moreAids(List.of())
                .approval(approval)
                .nextCheckAt(approval == null ? at : approval.expiresAt())
                .requestedAt(at)
                .traceparent(traceparent)
                .build();
    }

    private @Nullable Approval approval(DecidedCase decided, Instant at) {
        ApprovalLimit limit = decided.decisionCase().input().approvalLimit();
        int needed = RefundRule.approvals(decided.decisionCase().input(), decided.result());
        return needed == 0
                ? null
                : new Approval(needed, limit.krw(), limit.version(), at.plus(expiresAfter), List.of());
    }
}
