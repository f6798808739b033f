package com.coworkpay.tools.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.tools.local.load.Events;
import com.coworkpay.tools.local.stack.ProcessSupervisor;
import com.coworkpay.tools.local.stack.Services;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// payment-service is killed at the worst moments of an approval: whatever was cut off is finished after the restart,
/// with exactly one approval in KakaoPay's ledger, the right status and one paid event.
class CrashIT {
    private static final String PAID = "coworkpay.payment.paid.v1";

    private final Stack stack = Stack.shared();
    private Stack.Place place;

    @BeforeEach
    void connect() throws Exception {
        place = stack.place();
    }

    @Test
    void killedAfterTheClaimBeforeKakaoPayActed() {
        var payment = place.begun();
        killedWhileHeld(payment, FaultKind.HOLD_BEFORE_EFFECT);
        isPaidOnce(payment);
    }

    @Test
    void killedAfterKakaoPayActedBeforeTheAnswer() {
        var payment = place.begun();
        killedWhileHeld(payment, FaultKind.HOLD_AFTER_EFFECT);
        isPaidOnce(payment);
    }

    @Test
    void killedAfterTheCommitBeforeTheEventIsOut() {
        var payment = place.begun();
        var kafka = stack.stack().kafka();
        kafka.takeDown();
        try {
            place.suite().visit(place.kakaopay().pay(payment.redirectUrl(), Method.MONEY));
            place.suite().awaitStatus(payment, "SUCCEEDED");
            killAndAwaitLife(stack.stack().service(Services.PAYMENT));
        } finally {
            kafka.bringBack(Stack.LIMIT);
        }
        isPaidOnce(payment);
    }

    private void killedWhileHeld(StartedPayment payment, FaultKind hold) {
        long fault = place.kakaopay().fault(Fault.of(Endpoint.APPROVE, hold).forOrder(payment.id()));
        String wayBack = place.kakaopay().pay(payment.redirectUrl(), Method.MONEY);
        var visit = CompletableFuture.supplyAsync(() -> place.suite().visit(wayBack));
        await().atMost(Stack.LIMIT).until(() -> place.kakaopay().holding(fault));
        killAndAwaitLife(stack.stack().service(Services.PAYMENT));
        await().atMost(Stack.LIMIT).until(visit::isDone);
    }

    private static void killAndAwaitLife(ProcessSupervisor service) {
        long before = service.pid();
        service.kill();
        await().atMost(Stack.LIMIT).until(() -> service.pid() != before && service.isReady());
    }

    private void isPaidOnce(StartedPayment payment) {
        place.suite().awaitStatus(payment, "SUCCEEDED");
        Money.movedOnce(place.kakaopay(), payment);
        await().atMost(Stack.LIMIT).untilAsserted(() -> {
            var paid = stack.events().withKey("payment.events", payment.id()).stream()
                    .filter(event -> event.type().equals(PAID))
                    .toList();
            assertThat(paid).isNotEmpty();
            assertThat(paid.stream().map(Events.Event::id).distinct()).hasSize(1);
            assertThat(paid.getFirst().data().getString("status")).isEqualTo("SUCCEEDED");
        });
    }
}
