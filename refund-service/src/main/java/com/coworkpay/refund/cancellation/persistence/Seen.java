package com.coworkpay.refund.cancellation.persistence;

import com.coworkpay.refund.policy.domain.Before;
import com.coworkpay.refund.policy.domain.Cause;
import com.coworkpay.refund.policy.domain.Choice;
import com.coworkpay.refund.policy.domain.Decision;
import com.coworkpay.refund.policy.domain.Facts;
import com.coworkpay.refund.policy.domain.Policy;
import com.coworkpay.refund.policy.domain.Start;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/// What a decision saw, as it is stored with it and shown: every fact that the rule had, deadlines in UTC and as the
/// clocks at the location show them.
public final class Seen {

    private Seen() {}

    public static JsonObject of(Facts facts, Decision decision) {
        JsonObject seen = new JsonObject()
                .put("cause", cause(facts.cause()))
                .put("payableType", facts.type().name())
                .put("ownerRole", facts.ownerRole().name())
                .put("policy", policy(facts.policy()))
                .put("percent", decision.percent())
                .put("start", start(facts.start(), facts.zone()))
                .put("timezone", facts.zone().getId())
                .put("automaticRefunds", facts.automaticRefunds())
                .put("approvedAt", facts.approvedAt().toString())
                .put("totalKrw", facts.ledger().paid().totalKrw())
                .put("refundedKrw", facts.ledger().refunded().totalKrw())
                .put("inFlightKrw", facts.ledger().reserved().totalKrw())
                .put("earlierRefund", facts.earlier().name());
        Instant deadline = decision.deadlineAt();
        return deadline == null
                ? seen
                : seen.put("deadlineAt", deadline.toString()).put("deadlineLocal", local(deadline, facts.zone()));
    }

    private static JsonObject cause(Cause cause) {
        return switch (cause) {
            case Cause.Surplus _ -> new JsonObject().put("kind", "SURPLUS");
            case Cause.Canceled canceled ->
                new JsonObject()
                        .put("kind", "CANCELLATION")
                        .put("cancelledAt", canceled.canceledAt().toString())
                        .put("cancelledByRole", canceled.by().name())
                        .put("orderState", canceled.orderState())
                        .put("choice", choice(canceled.choice()));
        };
    }

    private static @Nullable JsonObject choice(@Nullable Choice choice) {
        return switch (choice) {
            case Choice.None _ -> new JsonObject().put("refund", "NONE");
            case Choice.Full _ -> new JsonObject().put("refund", "FULL");
            case Choice.Amount(long krw) ->
                new JsonObject().put("refund", "AMOUNT").put("amountKrw", krw);
            case null -> null;
        };
    }

    private static @Nullable JsonObject policy(@Nullable Policy policy) {
        return switch (policy) {
            case Policy.NoRefund _ -> new JsonObject().put("kind", "NO_REFUND");
            case Policy.WhileNew _ -> new JsonObject().put("kind", "WHILE_NEW");
            case Policy.BeforeStart(Before before) ->
                new JsonObject().put("kind", "BEFORE_START").put("before", before.code());
            case Policy.Ladder ladder -> {
                JsonArray steps = new JsonArray();
                ladder.steps()
                        .forEach(step -> steps.add(new JsonObject()
                                .put("before", step.before().code())
                                .put("percent", step.percent())));
                yield new JsonObject().put("kind", "LADDER").put("steps", steps);
            }
            case null -> null;
        };
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
