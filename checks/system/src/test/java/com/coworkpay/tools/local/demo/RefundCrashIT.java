package com.coworkpay.tools.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.tools.local.load.Events;
import com.coworkpay.tools.local.stack.ProcessSupervisor;
import com.coworkpay.tools.local.stack.Services;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// refund-service is killed at the worst moments of a refund: whatever was cut off is finished after the restart, with
/// exactly one cancel in KakaoPay's ledger, the right balance and one event.
class RefundCrashIT {
    private static final String SUCCEEDED = "coworkpay.refund.succeeded.v1";

    private final Stack stack = Stack.shared();
    private Stack.Place place;
    private BookingSystem bookingSystem;

    @BeforeEach
    void connect() throws Exception {
        place = stack.place();
        bookingSystem = new BookingSystem(stack.stack().bootstrapServers());
    }

    @AfterEach
    void disconnect() {
        bookingSystem.close();
    }

    @Test
    void killedAfterTheClaimBeforeKakaoPayActed() {
        var payment = place.paid();
        killedWhileHeld(payment, FaultKind.HOLD_BEFORE_EFFECT);
        isRefundedOnce(payment);
    }

    @Test
    void killedAfterKakaoPayActedBeforeTheAnswer() {
        var payment = place.paid();
        killedWhileHeld(payment, FaultKind.HOLD_AFTER_EFFECT);
        isRefundedOnce(payment);
    }

    @Test
    void killedAfterTheCommitBeforeTheEventIsOut() {
        var payment = place.paid();
        long fault = held(payment, FaultKind.HOLD_AFTER_EFFECT);
        var kafka = stack.stack().kafka();
        kafka.takeDown();
        try {
            place.kakaopay().release(fault);
            place.suite().administrators().awaitRefunds(payment, ApiClient.BOOKING_KRW);
            killAndAwaitLife(stack.stack().service(Services.REFUND));
        } finally {
            kafka.bringBack(Stack.LIMIT);
        }
        isRefundedOnce(payment);
    }

    @Test
    void killedRightAfterTheCancellationWasHeard() {
        var payment = place.paid();
        bookingSystem.cancel(place.location(), place.lastBooking());
        killAndAwaitLife(stack.stack().service(Services.REFUND));
        isRefundedOnce(payment);
    }

    @Test
    void postgresIsRestartedWhileKakaoPayWorksOnTheCancel() {
        var payment = place.paid();
        long fault = held(payment, FaultKind.HOLD_AFTER_EFFECT);
        stack.stack().postgres().takeDown();
        place.kakaopay().release(fault);
        stack.stack().postgres().bringBack(Stack.LIMIT);
        isRefundedOnce(payment);
    }

    @Test
    void twoRefundServicesOnOneDatabaseRefundOnce() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var second = stack.stack().another(Services.REFUND, port);
        try {
            for (int number = 0; number < 6; number++) {
                var payment = place.paid();
                place.kakaopay()
                        .fault(Fault.of(Endpoint.CANCEL, FaultKind.RESET_AFTER).forOrder(payment.id()));
                bookingSystem.cancel(place.location(), place.lastBooking());
                isRefundedOnce(payment);
            }
        } finally {
            second.takeDown();
        }
    }

    private long held(StartedPayment payment, FaultKind hold) {
        long fault = place.kakaopay().fault(Fault.of(Endpoint.CANCEL, hold).forOrder(payment.id()));
        bookingSystem.cancel(place.location(), place.lastBooking());
        await().atMost(Stack.LIMIT).until(() -> place.kakaopay().holding(fault));
        return fault;
    }

    private void killedWhileHeld(StartedPayment payment, FaultKind hold) {
        held(payment, hold);
        killAndAwaitLife(stack.stack().service(Services.REFUND));
    }

    private static void killAndAwaitLife(ProcessSupervisor service) {
        service.crash();
        service.bringBack(Stack.LIMIT);
    }

    private void isRefundedOnce(StartedPayment payment) {
        place.suite().administrators().awaitRefunds(payment, ApiClient.BOOKING_KRW);
        place.suite().awaitRefunded(payment, ApiClient.BOOKING_KRW);
        Money.refunded(place.kakaopay(), payment, ApiClient.BOOKING_KRW);
        await().atMost(Stack.LIMIT).untilAsserted(() -> {
            var told = stack.events().withKey("refund.events", payment.id()).stream()
                    .filter(event -> event.type().equals(SUCCEEDED))
                    .toList();
            assertThat(told).isNotEmpty();
            assertThat(told.stream().map(Events.Event::id).distinct()).hasSize(1);
            assertThat(told.getFirst().data().getLong("refundedKrw")).isEqualTo(ApiClient.BOOKING_KRW);
        });
    }
}
