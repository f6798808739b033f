package com.coworkpay.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Call;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.payment.settlement.Worker;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.TestIdentity;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

/// One trace id leads through REST, KakaoPay, Kafka and the worker's later checks; no token and no payer is logged on
/// it.
@PaymentServiceTest
class TraceTest {

    @Test
    void oneTraceIdLeadsThroughAllOfIt() {
        TestShop shop = TestShop.open();
        String trace = UUID.randomUUID().toString().replace("-", "");
        Response answer = given().auth()
                .oauth2(TestIdentity.token("portal")
                        .everywhere("payment:create")
                        .sign())
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .header("Idempotency-Key", trace)
                .contentType("application/json")
                .body(TestShop.booking("b-" + trace).encode())
                .post("/v1/locations/{location}/payments", shop.location());
        PendingPayment payment = new PendingPayment(answer.path("paymentId"), answer.path("redirectUrl"));
        assertThat(traceOf(shop, payment, Endpoint.READY)).contains(trace);
        assertThat(KafkaProbe.awaitEvent("payment.events", event -> payment.id().equals(event.key()))
                        .header("traceparent"))
                .contains(trace);
        String returnUrl = shop.pay(payment);
        shop.kakaoPay().fault(Fault.of(Endpoint.APPROVE, FaultKind.RESET_AFTER).forOrder(payment.id()));
        TestShop.visit(returnUrl);
        assertThat(Worker.check(payment.id())).isEqualTo("PAID");
        assertThat(traceOf(shop, payment, Endpoint.ORDER)).contains(trace);
        assertThat(KafkaProbe.awaitEvent(
                                "payment.events",
                                event -> payment.id().equals(event.key())
                                        && "coworkpay.payment.paid.v1".equals(event.type()))
                        .header("traceparent"))
                .contains(trace);
    }

    @Test
    void neitherTokenNorPayerIsLogged() {
        TestShop shop = TestShop.open();
        StringBuilder logged = new StringBuilder();
        Handler listener = new Handler() {
            @Override
            public void publish(LogRecord line) {
                logged.append(line.getMessage())
                        .append(java.util.Arrays.toString(line.getParameters()))
                        .append(line.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.addHandler(listener);
        try {
            PendingPayment payment = shop.begin();
            String returnUrl = shop.pay(payment);
            shop.kakaoPay()
                    .fault(Fault.of(Endpoint.APPROVE, FaultKind.MALFORMED_BODY).forOrder(payment.id()));
            TestShop.visit(returnUrl);
            Worker.check(payment.id());
            assertThat(logged).contains("approve of payment");
            assertThat(logged).doesNotContain(returnUrl.substring(returnUrl.indexOf("pg_token=") + 9), "payer-1");
        } finally {
            root.removeHandler(listener);
        }
    }

    private static String traceOf(TestShop shop, PendingPayment payment, Endpoint endpoint) {
        return shop.kakaoPay().calls(payment.id()).stream()
                .filter(call -> call.endpoint() == endpoint)
                .map(Call::traceparent)
                .reduce("", (a, b) -> a + b);
    }
}
