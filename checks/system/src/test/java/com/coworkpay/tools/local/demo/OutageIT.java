package com.coworkpay.tools.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.tools.local.load.Events;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the services stand on goes away and comes back.
class OutageIT {
    private final Stack stack = Stack.shared();
    private Stack.Place place;

    @BeforeEach
    void connect() throws Exception {
        place = stack.place();
    }

    @Test
    void postgresIsRestartedWhileKakaoPayWorksOnTheApproval() {
        var payment = place.begun();
        long fault = place.kakaopay()
                .fault(Fault.of(Endpoint.APPROVE, FaultKind.HOLD_AFTER_EFFECT).forOrder(payment.id()));
        String wayBack = place.kakaopay().pay(payment.redirectUrl(), Method.MONEY);
        var visit = CompletableFuture.supplyAsync(() -> place.suite().visit(wayBack));
        await().atMost(Stack.LIMIT).until(() -> place.kakaopay().holding(fault));

        stack.stack().postgres().takeDown();
        place.kakaopay().release(fault);
        stack.stack().postgres().bringBack(Stack.LIMIT);

        await().atMost(Stack.LIMIT).until(visit::isDone);
        place.suite().awaitStatus(payment, "SUCCEEDED");
        Money.movedOnce(place.kakaopay(), payment);
    }

    @Test
    void postgresDiesAndIsStartedAgain() {
        var payment = place.begun();
        long before = stack.stack().postgres().pid();
        stack.killPostgres();
        place.suite().visit(place.kakaopay().pay(payment.redirectUrl(), Method.MONEY));
        place.suite().awaitStatus(payment, "SUCCEEDED");
        Money.movedOnce(place.kakaopay(), payment);
        assertThat(stack.stack().postgres().pid()).as("another process").isNotEqualTo(before);
    }

    @Test
    void paymentsGoOnWhileKafkaIsAwayAndTheirEventsFollow() {
        place.begun();
        List<StartedPayment> paid;
        stack.stack().kafka().takeDown();
        try {
            paid = Stream.generate(place::begun).limit(5).toList();
            paid.forEach(payment -> place.suite().visit(place.kakaopay().pay(payment.redirectUrl(), Method.MONEY)));
            paid.forEach(payment -> place.suite().awaitStatus(payment, "SUCCEEDED"));
        } finally {
            stack.stack().kafka().bringBack(Stack.LIMIT);
        }
        for (StartedPayment payment : paid) {
            Money.movedOnce(place.kakaopay(), payment);
            await().atMost(Stack.LIMIT)
                    .untilAsserted(() -> assertThat(stack.events().withKey("payment.events", payment.id()))
                            .extracting(Events.Event::type)
                            .containsOnlyOnce("coworkpay.payment.paid.v1")
                            .contains("coworkpay.payment.initiated.v1"));
        }
    }
}
