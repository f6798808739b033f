package com.coworkpay.payment.initiation.api;

import com.coworkpay.payment.domain.Amounts;
import com.coworkpay.payment.domain.Payable;
import com.coworkpay.payment.domain.Policy;
import com.coworkpay.payment.initiation.api.PaymentRequest.PayableRequest;
import com.coworkpay.payment.initiation.domain.NewPayment;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/// Maps a validated request to the domain, defaults filled in.
final class PaymentRequestMapper {

    private PaymentRequestMapper() {}

    /// A policy may be fine member by member and still be none (two steps with one deadline).
    sealed interface PolicyResult {
        record Valid(Policy policy) implements PolicyResult {}

        record Invalid() implements PolicyResult {}
    }

    static NewPayment read(String locationId, PaymentRequest request) {
        long taxFree = request.taxFreeKrw() == null ? 0 : request.taxFreeKrw();
        return new NewPayment(
                locationId,
                request.payerId(),
                request.ownerId(),
                request.ownerRole(),
                payable(request.payable()),
                request.description(),
                Amounts.of(request.totalKrw(), taxFree, request.vatKrw()),
                request.quantity() == null ? 1 : request.quantity(),
                request.device(),
                request.returnUrl(),
                request.policy() == null ? null : json(request.policy()));
    }

    private static Payable payable(PayableRequest request) {
        return new Payable(
                request.type(),
                request.id(),
                request.resourceType(),
                request.resourceId(),
                request.eventId(),
                request.startAt() == null
                        ? null
                        : OffsetDateTime.parse(request.startAt()).toInstant(),
                request.day() == null ? null : LocalDate.parse(request.day()));
    }

    static PolicyResult policyOf(PolicyRequest request) {
        try {
            return new PolicyResult.Valid(
                    switch (request) {
                        case PolicyRequest.NoRefund _ -> new Policy.NoRefund();
                        case PolicyRequest.UntilProcessed _ -> new Policy.UntilProcessed();
                        case PolicyRequest.BeforeStart(String before) -> new Policy.BeforeStart(before);
                        case PolicyRequest.Tiered(var steps) -> new Policy.Tiered(steps(steps));
                    });
        } catch (IllegalArgumentException | NullPointerException e) {
            return new PolicyResult.Invalid();
        }
    }

    private static List<Policy.Tier> steps(List<PolicyRequest.Tier> steps) {
        return steps.stream()
                .map(step -> new Policy.Tier(step.before(), step.percent()))
                .toList();
    }

    private static String json(PolicyRequest request) {
        JsonObject json =
                switch (request) {
                    case PolicyRequest.NoRefund _ -> new JsonObject().put("kind", "NO_REFUND");
                    case PolicyRequest.UntilProcessed _ -> new JsonObject().put("kind", "WHILE_NEW");
                    case PolicyRequest.BeforeStart(String before) ->
                        new JsonObject().put("kind", "BEFORE_START").put("before", before);
                    case PolicyRequest.Tiered(var steps) ->
                        new JsonObject().put("kind", "LADDER").put("steps", json(steps));
                };
        return json.encode();
    }

    private static JsonArray json(List<PolicyRequest.Tier> steps) {
        JsonArray array = new JsonArray();
        steps.forEach(
                step -> array.add(new JsonObject().put("before", step.before()).put("percent", step.percent())));
        return array;
    }
}
