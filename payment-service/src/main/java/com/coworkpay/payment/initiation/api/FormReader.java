package com.coworkpay.payment.initiation.api;

import com.coworkpay.payment.domain.Amounts;
import com.coworkpay.payment.domain.Payable;
import com.coworkpay.payment.domain.Policy;
import com.coworkpay.payment.initiation.api.PaymentForm.PayableForm;
import com.coworkpay.payment.initiation.domain.NewPayment;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/// Turns a checked form into the domain's words, defaults filled in.
final class FormReader {

    private FormReader() {}

    /// A policy may be fine member by member and still be none (two steps with one deadline).
    sealed interface Read {
        record Fine(Policy policy) implements Read {}

        record Broken() implements Read {}
    }

    static NewPayment read(String locationId, PaymentForm form) {
        long taxFree = form.taxFreeKrw() == null ? 0 : form.taxFreeKrw();
        return new NewPayment(
                locationId,
                form.payerId(),
                form.ownerId(),
                form.ownerRole(),
                payable(form.payable()),
                form.description(),
                Amounts.of(form.totalKrw(), taxFree, form.vatKrw()),
                form.quantity() == null ? 1 : form.quantity(),
                form.device(),
                form.returnUrl(),
                form.policy() == null ? null : json(form.policy()));
    }

    private static Payable payable(PayableForm form) {
        return new Payable(
                form.type(),
                form.id(),
                form.resourceType(),
                form.resourceId(),
                form.eventId(),
                form.startAt() == null
                        ? null
                        : OffsetDateTime.parse(form.startAt()).toInstant(),
                form.day() == null ? null : LocalDate.parse(form.day()));
    }

    static Read policyOf(PolicyForm form) {
        try {
            return new Read.Fine(
                    switch (form) {
                        case PolicyForm.NoRefund _ -> new Policy.NoRefund();
                        case PolicyForm.WhileNew _ -> new Policy.WhileNew();
                        case PolicyForm.BeforeStart(String before) -> new Policy.BeforeStart(before);
                        case PolicyForm.Ladder(var steps) -> new Policy.Ladder(steps(steps));
                    });
        } catch (IllegalArgumentException | NullPointerException e) {
            return new Read.Broken();
        }
    }

    private static List<Policy.Step> steps(List<PolicyForm.Step> steps) {
        return steps.stream()
                .map(step -> new Policy.Step(step.before(), step.percent()))
                .toList();
    }

    private static String json(PolicyForm form) {
        JsonObject json =
                switch (form) {
                    case PolicyForm.NoRefund _ -> new JsonObject().put("kind", "NO_REFUND");
                    case PolicyForm.WhileNew _ -> new JsonObject().put("kind", "WHILE_NEW");
                    case PolicyForm.BeforeStart(String before) ->
                        new JsonObject().put("kind", "BEFORE_START").put("before", before);
                    case PolicyForm.Ladder(var steps) ->
                        new JsonObject().put("kind", "LADDER").put("steps", json(steps));
                };
        return json.encode();
    }

    private static JsonArray json(List<PolicyForm.Step> steps) {
        JsonArray array = new JsonArray();
        steps.forEach(
                step -> array.add(new JsonObject().put("before", step.before()).put("percent", step.percent())));
        return array;
    }
}
