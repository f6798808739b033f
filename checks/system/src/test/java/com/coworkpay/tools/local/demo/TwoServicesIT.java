package com.coworkpay.tools.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.stack.ProcessSupervisor;
import com.coworkpay.tools.local.stack.Services;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two payment-services on one database: the visits of one payer reach both, and both have a settlement worker.
class TwoServicesIT {
    private static final int VISITS = 40;

    private final Stack stack = Stack.shared();
    private final Http http = new Http();
    private ProcessSupervisor second;
    private int secondPort;
    private Stack.Place place;

    @BeforeEach
    void startTheSecond() throws Exception {
        try (var free = new ServerSocket(0)) {
            secondPort = free.getLocalPort();
        }
        second = stack.stack().another(Services.PAYMENT, secondPort);
        place = stack.place();
    }

    @AfterEach
    void endTheSecond() {
        second.takeDown();
    }

    @Test
    void visitsToBothApproveOnce() {
        var payment = place.begun();
        String wayBack = place.kakaopay().pay(payment.redirectUrl(), Method.MONEY);
        var visits = IntStream.range(0, VISITS)
                .mapToObj(number -> CompletableFuture.supplyAsync(
                        () -> visit(number % 2 == 0 ? URI.create(wayBack) : atSecond(wayBack))))
                .toList();
        visits.forEach(visit -> assertThat(visit.join()).isEqualTo(303));
        place.suite().awaitStatus(payment, "SUCCEEDED");
        assertThat(Money.approveCalls(place.kakaopay(), payment)).isEqualTo(1);
        Money.movedOnce(place.kakaopay(), payment);
    }

    @Test
    void bothSettleWithoutDisagreeing() {
        var payments = IntStream.range(0, 6).mapToObj(number -> place.begun()).toList();
        for (StartedPayment payment : payments) {
            place.kakaopay()
                    .fault(Fault.of(Endpoint.APPROVE, FaultKind.RESET_AFTER).forOrder(payment.id()));
            visit(URI.create(place.kakaopay().pay(payment.redirectUrl(), Method.MONEY)));
        }
        for (StartedPayment payment : payments) {
            place.suite().awaitStatus(payment, "SUCCEEDED");
            Money.movedOnce(place.kakaopay(), payment);
        }
    }

    private URI atSecond(String wayBack) {
        var uri = URI.create(wayBack);
        return URI.create("http://localhost:" + secondPort + uri.getRawPath() + "?" + uri.getRawQuery());
    }

    private int visit(URI uri) {
        try {
            return http.send("GET", uri, Map.of(), null).status();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
