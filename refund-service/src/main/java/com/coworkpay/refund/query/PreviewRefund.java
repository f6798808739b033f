package com.coworkpay.refund.query;

import com.coworkpay.contracts.RefundChoice;
import com.coworkpay.contracts.Role;
import com.coworkpay.platform.identity.Caller;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.refund.cancellation.DecisionFacts;
import com.coworkpay.refund.policy.domain.DecisionInput;
import com.coworkpay.refund.policy.domain.DecisionTexts;
import com.coworkpay.refund.policy.domain.RefundRule;
import com.coworkpay.refund.policy.domain.RefundTrigger;
import com.coworkpay.refund.policy.domain.RuleResult;
import com.coworkpay.refund.query.PreviewInputStore.PreviewInput;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a cancellation would refund, by the same function that decides real ones. For the location's staff and
/// clients, and for payers about their own payments.
@ApplicationScoped
class PreviewRefund {

    private final PreviewInputStore inputs;

    PreviewRefund(PreviewInputStore inputs) {
        this.inputs = inputs;
    }

    /// @param at when it would be cancelled; now where absent
    /// @param by who would cancel; the owner where absent
    /// @param choice an administrator's own
    public Uni<Optional<Preview>> preview(
            Caller caller,
            String locationId,
            UUID paymentId,
            @Nullable Instant at,
            @Nullable Role by,
            @Nullable String orderState,
            @Nullable RefundChoice choice) {
        boolean maySeeAll =
                caller.may(locationId, Permissions.PAYMENT_READ) || caller.may(locationId, Permissions.PAYMENT_CREATE);
        return inputs.find(locationId, paymentId, maySeeAll ? null : caller.subject())
                .map(found -> {
                    if (found.isEmpty() && !maySeeAll && caller.isKnownAt(locationId)) {
                        throw caller.refusal(locationId);
                    }
                    return found.map(
                            input -> preview(paymentId, input, at == null ? input.now() : at, by, orderState, choice));
                });
    }

    private static Preview preview(
            UUID paymentId,
            PreviewInput found,
            Instant at,
            @Nullable Role by,
            @Nullable String orderState,
            @Nullable RefundChoice choice) {
        DecisionFacts facts = found.facts();
        RefundTrigger trigger = facts.overpaid()
                ? new RefundTrigger.Overpayment()
                : new RefundTrigger.Canceled(at, by == null ? Role.valueOf(facts.ownerRole()) : by, orderState, choice);
        DecisionInput input = facts.input(found.ledger(), trigger, DecisionFacts.NamedStart.NONE);
        RuleResult result = RefundRule.decide(input);
        return new Preview(paymentId, at, input, result, DecisionTexts.of(input, result));
    }
}
