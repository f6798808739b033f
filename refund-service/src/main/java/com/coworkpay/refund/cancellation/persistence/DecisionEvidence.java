package com.coworkpay.refund.cancellation.persistence;

import com.coworkpay.contracts.RefundChoice;
import com.coworkpay.contracts.RefundPolicy;
import com.coworkpay.refund.policy.domain.Decision;
import com.coworkpay.refund.policy.domain.DecisionInput;
import com.coworkpay.refund.policy.domain.RefundTrigger;
import com.coworkpay.refund.policy.domain.Start;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// The evidence of a decision, as it is stored with it and shown: every input of the rule, deadlines in UTC and in the
/// location's local time.
public final class DecisionEvidence {

    private DecisionEvidence() {}

    public static JsonObject of(DecisionInput input, Decision decision) {
        RefundPolicy policy = input.terms().policy();
        JsonObject evidence = new JsonObject()
                .put("cause", trigger(input.trigger()))
                .put("payableType", input.terms().payableType())
                .put("ownerRole", input.terms().ownerRole())
                .put(
                        "policy",
                        policy == null ? null : Json.decodeValue(policy.json().toString()))
                .put("percent", decision.percent())
                .put("start", start(input.start(), input.zone()))
                .put("timezone", input.zone().getId())
                .put("automaticRefunds", input.automaticRefunds())
                .put("approvedAt", input.approvedAt().toString())
                .put("totalKrw", input.ledger().paid().totalKrw())
                .put("refundedKrw", input.ledger().refunded().totalKrw())
                .put("inFlightKrw", input.ledger().reserved().totalKrw())
                .put("earlierRefund", input.earlier().name());
        Instant deadline = decision.deadlineAt();
        return deadline == null
                ? evidence
                : evidence.put("deadlineAt", deadline.toString()).put("deadlineLocal", local(deadline, input.zone()));
    }

    private static JsonObject trigger(RefundTrigger trigger) {
        return switch (trigger) {
            case RefundTrigger.Overpayment _ -> new JsonObject().put("kind", "OVERPAYMENT");
            case RefundTrigger.Canceled canceled ->
                new JsonObject()
                        .put("kind", "CANCELLATION")
                        .put("cancelledAt", canceled.canceledAt().toString())
                        .put("cancelledByRole", canceled.by().name())
                        .put("orderState", canceled.orderState())
                        .put("choice", choice(canceled.choice()));
        };
    }

    private static @Nullable JsonObject choice(@Nullable RefundChoice choice) {
        if (choice == null) {
            return null;
        }
        JsonObject json = new JsonObject().put("refund", choice.kind().name());
        return choice.amountKrw() == null ? json : json.put("amountKrw", choice.amountKrw());
    }

    private static @Nullable JsonObject start(@Nullable Start start, ZoneId zone) {
        if (start == null) {
            return null;
        }
        var day = start.day();
        return new JsonObject()
                .put("at", start.at().toString())
                .put("local", local(start.at(), zone))
                .put("day", day == null ? null : day.toString())
                .put("source", start.source().name())
                .put("from", start.from().name());
    }

    private static String local(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }
}
