package com.coworkpay.refund.query;

import com.coworkpay.platform.identity.Caller;
import com.coworkpay.platform.identity.Permissions;
import com.coworkpay.refund.domain.Role;
import com.coworkpay.refund.policy.domain.Decision;
import com.coworkpay.refund.policy.domain.Explanation;
import com.coworkpay.refund.policy.domain.RefundRule;
import com.coworkpay.refund.query.domain.Preview;
import com.coworkpay.refund.query.persistence.Ledgers;
import com.coworkpay.refund.query.persistence.Ledgers.Asked;
import com.coworkpay.refund.query.persistence.Ledgers.Imagined;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a cancellation would give back, by the very function that decides real ones. For people and machines of the
/// location, and for payers about their own payments.
@ApplicationScoped
public class PreviewRefund {

    private final Ledgers ledgers;

    PreviewRefund(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    /// @param at when it would be cancelled; now where absent
    /// @param by who would cancel; the owner where absent
    public Uni<Optional<Preview>> preview(
            Caller caller,
            String locationId,
            UUID paymentId,
            @Nullable Instant at,
            @Nullable Role by,
            @Nullable String orderState) {
        boolean seesAll =
                caller.may(locationId, Permissions.PAYMENT_READ) || caller.may(locationId, Permissions.PAYMENT_CREATE);
        return ledgers.facts(locationId, paymentId, seesAll ? null : caller.subject(), at, new Imagined(by, orderState))
                .map(found -> {
                    if (found.isEmpty() && !seesAll && caller.isKnownAt(locationId)) {
                        throw caller.refusal(locationId);
                    }
                    return found.map(asked -> preview(paymentId, asked));
                });
    }

    private static Preview preview(UUID paymentId, Asked asked) {
        Decision decision = RefundRule.decide(asked.facts());
        return new Preview(paymentId, asked.at(), asked.facts(), decision, Explanation.of(asked.facts(), decision));
    }
}
