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

    /// A policy may be fine member by member and still be none (two tiers with one deadline).
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
                        case PolicyRequest.Tiered(var tiers) -> new Policy.Tiered(tiers(tiers));
                    });
        } catch (IllegalArgumentException | NullPointerException e) {
            return new PolicyResult.Invalid();
        }
    }

    private static List<Policy.Tier> tiers(List<PolicyRequest.Tier> tiers) {
        return tiers.stream()
                .map(tier -> new Policy.Tier(tier.before(), tier.percent()))
                .toList();
    }

    private static String json(PolicyRequest request) {
        JsonObject json =
                switch (request) {
                    case PolicyRequest.NoRefund _ -> new JsonObject().put("kind", "NO_REFUND");
                    case PolicyRequest.UntilProcessed _ -> new JsonObject().put("kind", "UNTIL_PROCESSED");
                    case PolicyRequest.BeforeStart(String before) ->
                        new JsonObject().put("kind", "BEFORE_START").put("before", before);
                    case PolicyRequest.Tiered(var tiers) ->
                        new JsonObject().put("kind", "TIERED").put("tiers", json(tiers));
                };
        return json.encode();
    }

    private static JsonArray json(List<PolicyRequest.Tier> tiers) {
        JsonArray array = new JsonArray();
        tiers.forEach(
                tier -> array.add(new JsonObject().put("before", tier.before()).put("percent", tier.percent())));
        return array;
    }
}
