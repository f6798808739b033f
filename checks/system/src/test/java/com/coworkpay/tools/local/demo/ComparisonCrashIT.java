package com.coworkpay.tools.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.tools.local.load.Dashboard;
import com.coworkpay.tools.local.load.Events;
import com.coworkpay.tools.local.stack.Services;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// refund-service is killed in the midst of a comparison: it ends by itself after the restart, and each cancel of
/// KakaoPay's dashboard is recorded once, whether before, at or after that moment.
class ComparisonCrashIT {
    private static final int PAYMENTS = 40;

    /// Of one process at once (`coworkpay.refund.comparison.batch`).
    private static final int AT_ONCE = 4;

    private static final int DONE_BEFORE = 10;
    private static final Map<Integer, Long> CANCELED = Map.of(3, 5_000L, DONE_BEFORE + 1, 7_000L, 33, 22_000L);

    private final Stack stack = Stack.shared();

    @Test
    void killedInTheMidst() throws Exception {
        var place = stack.place();
        var front = stack.stack().addresses().frontDoor();
        var staff = new Staff(stack.stack(), front, "minji", place.location());
        var paid = place.paidInOrder(PAYMENTS);
        var dashboard = new Dashboard(stack.stack().addresses().simulator());
        for (var canceled : CANCELED.entrySet()) {
            cancel(dashboard, place, paid.get(canceled.getKey()), canceled.getValue());
        }
        // They are compared in the order of their ids: these four take all places of the process.
        var held = paid.subList(DONE_BEFORE, DONE_BEFORE + AT_ONCE).stream()
                .map(payment -> place.kakaopay()
                        .fault(Fault.of(Endpoint.ORDER, FaultKind.HOLD_BEFORE_EFFECT)
                                .forOrder(payment.id())))
                .toList();
        String id = staff.compareAll();
        await().atMost(Stack.LIMIT)
                .until(() -> held.stream().allMatch(place.kakaopay()::holding)
                        && staff.comparison(id).getInteger("compared") == DONE_BEFORE);
        var refund = stack.stack().service(Services.REFUND);
        refund.crash();
        refund.bringBack(Stack.LIMIT);

        await().atMost(Stack.LIMIT)
                .until(() -> staff.comparison(id).getString("status").equals("DONE"));
        var done = staff.comparison(id);
        assertThat(List.of(
                        done.getInteger("payments"),
                        done.getInteger("compared"),
                        done.getInteger("recorded"),
                        done.getInteger("outsideKrw"),
                        done.getInteger("matching")))
                .as(done.encode())
                .containsExactly(PAYMENTS, PAYMENTS, CANCELED.size(), 34_000, PAYMENTS - CANCELED.size());
        CANCELED.forEach((number, amountKrw) -> isRecordedOnce(place, paid.get(number), amountKrw));
    }

    private static void cancel(Dashboard dashboard, Stack.Place place, StartedPayment payment, long amountKrw)
            throws IOException {
        assertThat(dashboard.cancel(Money.tid(place.kakaopay(), payment), amountKrw))
                .isTrue();
    }

    private void isRecordedOnce(Stack.Place place, StartedPayment payment, long amountKrw) {
        place.suite().awaitRefunded(payment, amountKrw);
        assertThat(place.suite().administrators().refunds(payment).getJsonArray("refunds").stream()
                        .map(JsonObject.class::cast)
                        .map(refund -> refund.getString("origin") + " " + refund.getLong("amountKrw")))
                .containsExactly("OUTSIDE " + amountKrw);
        Money.refunded(place.kakaopay(), payment, amountKrw);
        await().atMost(Stack.LIMIT)
                .untilAsserted(() -> assertThat(stack.events().withKey("refund.events", payment.id()).stream()
                                .filter(event -> event.type().equals("coworkpay.refund.recorded_outside.v1"))
                                .map(Events.Event::id)
                                .distinct())
                        .hasSize(1));
    }
}
