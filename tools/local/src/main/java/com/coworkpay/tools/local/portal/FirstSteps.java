package com.coworkpay.tools.local.portal;

import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.load.Bearer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the services say of the six first steps at a location, asked with the administrator's token. Nothing is
/// remembered of what was clicked: a step that was done by `curl` is done.
final class FirstSteps {
    private final Http http = new Http();
    private final URI frontDoor;
    private final URI simulator;
    private final Bearer administrator;
    private final ExecutorService asking;

    FirstSteps(URI frontDoor, URI simulator, Bearer administrator, ExecutorService asking) {
        this.frontDoor = frontDoor;
        this.simulator = simulator;
        this.administrator = administrator;
        this.asking = asking;
    }

    enum Truth {
        DONE,
        OPEN,
        UNKNOWN
    }

    /// @param evidence what says so, in the service's own members; null where nothing does
    record Step(Truth truth, @Nullable JsonObject evidence) {
        private static final Step OPEN = new Step(Truth.OPEN, null);
        private static final Step UNKNOWN = new Step(Truth.UNKNOWN, null);

        private static Step of(Optional<JsonObject> answer, Function<JsonObject, Optional<JsonObject>> find) {
            return answer.map(json -> find.apply(json)
                            .map(found -> new Step(Truth.DONE, found))
                            .orElse(OPEN))
                    .orElse(UNKNOWN);
        }
    }

    /// @param connect the entry of the connection's history
    /// @param pay a payment of a checkout that succeeded
    /// @param cancel a refund that a cancellation brought
    /// @param part a refund by hand of less than the whole
    /// @param find the report's row of that payment, when KakaoPay's ledger says the same
    /// @param disconnect the entry of the connection's history
    /// @param toRefund the id of a payment of which something can still go back; null where there is none
    record Known(
            Step connect,
            Step pay,
            Step cancel,
            Step part,
            Step find,
            Step disconnect,
            @Nullable String toRefund) {}

    Known at(String location) {
        String base = "/v1/locations/" + location;
        var history = ask(frontDoor.resolve(base + "/kakaopay/history?limit=200"), true);
        var payments = ask(frontDoor.resolve(base + "/payments?status=SUCCEEDED&checkout=true&limit=200"), true);
        var cancelled = ask(frontDoor.resolve(base + "/refunds?status=SUCCEEDED&origin=CANCELLATION&limit=1"), true);
        var byHand = ask(frontDoor.resolve(base + "/refunds?status=SUCCEEDED&origin=ADMINISTRATOR&limit=200"), true);
        var part = Step.of(Suite.known(byHand), FirstSteps::part);
        return new Known(
                Step.of(Suite.known(history), entries -> entry(entries, "CONNECTED")),
                Step.of(Suite.known(payments), page -> first(page, "payments")),
                Step.of(Suite.known(cancelled), page -> first(page, "refunds")),
                part,
                find(base, part),
                Step.of(Suite.known(history), entries -> entry(entries, "DISCONNECTED")),
                Suite.known(payments).flatMap(FirstSteps::toRefund).orElse(null));
    }

    private static Optional<JsonObject> entry(JsonObject history, String action) {
        return each(history, "entries")
                .filter(entry -> action.equals(entry.getString("action")))
                .findFirst();
    }

    private static Optional<JsonObject> first(JsonObject page, String name) {
        return each(page, name).findFirst();
    }

    private static Optional<JsonObject> part(JsonObject page) {
        return each(page, "refunds")
                .filter(each -> each.getJsonObject("refund").getLong("amountKrw") < each.getLong("totalKrw"))
                .findFirst();
    }

    private static Optional<String> toRefund(JsonObject page) {
        return each(page, "payments")
                .filter(payment -> payment.getLong("refundedKrw") + payment.getLong("refundPendingKrw")
                        < payment.getLong("totalKrw"))
                .map(payment -> payment.getString("paymentId"))
                .findFirst();
    }

    /// Only the services can be asked, not the person who looks: the report has the payment under the ID that KakaoPay
    /// has it under, with the same amounts taken and given back.
    private Step find(String base, Step part) {
        var refund = part.evidence();
        if (refund == null) {
            return part.truth() == Truth.UNKNOWN ? Step.UNKNOWN : Step.OPEN;
        }
        String id = refund.getString("paymentId");
        var row = ask(frontDoor.resolve(base + "/transactions/" + id), true);
        var ledger = ask(simulator.resolve("/control/ledger?orderId=" + id), false);
        var ours = Suite.known(row);
        var theirs = Suite.known(ledger);
        if (ours.isEmpty() || theirs.isEmpty()) {
            return Step.UNKNOWN;
        }
        var transaction = ours.get().getJsonObject("transaction");
        boolean isSame = transaction != null
                && transaction.getLong("paidKrw") == sum(theirs.get(), "APPROVE")
                && transaction.getLong("refundedKrw") == sum(theirs.get(), "CANCEL");
        return isSame ? new Step(Truth.DONE, transaction) : Step.OPEN;
    }

    private static long sum(JsonObject ledger, String kind) {
        return each(ledger, "effects")
                .filter(effect -> kind.equals(effect.getString("kind")))
                .mapToLong(effect -> effect.getLong("amountKrw"))
                .sum();
    }

    private static Stream<JsonObject> each(JsonObject json, String name) {
        return json.getJsonArray(name, new JsonArray()).stream().map(JsonObject.class::cast);
    }

    /// An answer that is a list comes as the member `effects`; what is not there yet is an empty object.
    private Future<Optional<JsonObject>> ask(URI uri, boolean withToken) {
        return asking.submit(() -> {
            var headers = withToken ? Map.of("Authorization", administrator.header()) : Map.<String, String>of();
            var answer = http.send("GET", uri, headers, null);
            if (answer.status() == 404) {
                return Optional.of(new JsonObject());
            }
            if (answer.status() != 200) {
                return Optional.empty();
            }
            return Optional.of(
                    answer.body().startsWith("[")
                            ? new JsonObject().put("effects", new JsonArray(answer.body()))
                            : answer.json());
        });
    }
}
