package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.RefundChoice;
import com.coworkpay.contracts.RefundPolicy;
import com.coworkpay.refund.policy.domain.DecisionInput;
import com.coworkpay.refund.policy.domain.DecisionReason;
import com.coworkpay.refund.policy.domain.RefundRule;
import com.coworkpay.refund.policy.domain.RefundTrigger;
import com.coworkpay.refund.policy.domain.RuleResult;
import com.coworkpay.refund.policy.domain.Start;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The evidence of a decision, as it is stored with it and shown: every input of the rule, deadlines in UTC and in the
/// location's local time.
final class DecisionEvidence {

    private static final ObjectMapper JSON = new ObjectMapper();

    private DecisionEvidence() {}

    static Map<String, Object> of(DecisionInput input, RuleResult result) {
        return JSON.convertValue(json(input, result), new TypeReference<>() {});
    }

    private static ObjectNode json(DecisionInput input, RuleResult result) {
        RefundPolicy policy = input.terms().policy();
        ObjectNode evidence = JSON.createObjectNode();
        evidence.set("cause", trigger(input.trigger()));
        evidence.put("payableType", input.terms().payableType())
                .put("ownerRole", input.terms().ownerRole());
        evidence.set("policy", policy == null ? null : policy.json());
        evidence.put("percent", result.percent());
        evidence.set("start", start(input.start(), input.zone()));
        evidence.put("timezone", input.zone().getId())
                .put("automaticRefunds", input.automaticRefunds())
                .put("approvedAt", input.approvedAt().toString())
                .put("totalKrw", input.ledger().paid().totalKrw())
                .put("refundedKrw", input.ledger().refunded().totalKrw())
                .put("inFlightKrw", input.ledger().reserved().totalKrw())
                .put("earlierRefund", input.earlier().name());
        if (result.reason() == DecisionReason.ADMINISTRATORS_CHOICE) {
            evidence.set("approval", approval(input, result));
        }
        Instant deadline = result.deadlineAt();
        return deadline == null
                ? evidence
                : evidence.put("deadlineAt", deadline.toString()).put("deadlineLocal", local(deadline, input.zone()));
    }

    /// The limit that it met, and how many persons have to approve it.
    private static ObjectNode approval(DecisionInput input, RuleResult result) {
        return JSON.createObjectNode()
                .put("limitKrw", input.approvalLimit().krw())
                .put("limitVersion", input.approvalLimit().version())
                .put("needed", RefundRule.approvals(input, result));
    }

    private static ObjectNode trigger(RefundTrigger trigger) {
        return switch (trigger) {
            case RefundTrigger.Overpayment _ -> JSON.createObjectNode().put("kind", "OVERPAYMENT");
            case RefundTrigger.Canceled canceled ->
                JSON.createObjectNode()
                        .put("kind", "CANCELLATION")
                        .put("cancelledAt", canceled.canceledAt().toString())
                        .put("cancelledByRole", canceled.by().name())
                        .put("orderState", canceled.orderState())
                        .set("choice", choice(canceled.choice()));
        };
    }

    private static @Nullable ObjectNode choice(@Nullable RefundChoice choice) {
        if (choice == null) {
            return null;
        }
        ObjectNode json = JSON.createObjectNode().put("refund", choice.kind().name());
        return choice.amountKrw() == null ? json : json.put("amountKrw", choice.amountKrw());
    }

    private static @Nullable ObjectNode start(@Nullable Start start, ZoneId zone) {
        if (start == null) {
            return null;
        }
        var day = start.day();
        return JSON.createObjectNode()
                .put("at", start.at().toString())
                .put("local", local(start.at(), zone))
                .put("day", day == null ? null : day.toString())
                .put("source", start.source().name())
                .put("from", start.from().name())
                .set("schedule", schedule(start.hours()));
    }

    private static @Nullable ObjectNode schedule(Start.@Nullable Hours hours) {
        if (hours == null) {
            return null;
        }
        var type = hours.schedule().resourceType();
        return JSON.createObjectNode()
                .put("kind", hours.schedule().kind().name())
                .put("resourceType", type == null ? null : type.name())
                .put("resourceId", hours.schedule().resourceId())
                .put("version", hours.version());
    }

    private static String local(Instant instant, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(instant.atZone(zone));
    }
}
