package com.coworkpay.payment;

import static io.restassured.RestAssured.config;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.payment.settlement.Worker;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.KafkaResource;
import com.coworkpay.platform.testkit.PostgresResource;
import io.restassured.response.Response;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// PostgreSQL or Kafka becomes unavailable in the middle of a payment.
@PaymentServiceTest
class OutageTest {

    private static final int CONNECTIONS = 16;

    private final TestShop shop = TestShop.open();

    @Inject
    Pool pool;

    @Test
    void postgresRestartedWhileKakaoPayIsAskedLosesNothing() throws Exception {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        long held = shop.kakaoPay()
                .fault(Fault.of(Endpoint.APPROVE, FaultKind.HOLD_AFTER_EFFECT).forOrder(payment.id()));
        try (ExecutorService browser = Executors.newSingleThreadExecutor()) {
            Future<Response> visit = browser.submit(() -> TestShop.visit(returnUrl));
            Awaitility.await().until(() -> shop.kakaoPay().holding(held));
            PostgresResource.stopServer();
            shop.kakaoPay().release(held);
            PostgresResource.startServer();
            assertThat(TestShop.statusAt(visit.get())).isIn("SUCCEEDED", "PROCESSING");
        }
        settled(payment);
        assertThat(shop.approvals(payment.id())).isEqualTo(1);
        assertThat(shop.calls(payment.id(), Endpoint.APPROVE)).isEqualTo(1);
        KafkaProbe.awaitEvent(
                "payment.events",
                event -> payment.id().equals(event.key()) && "coworkpay.payment.paid.v1".equals(event.type()));
    }

    @Test
    void withoutADatabaseCallersGetARetryAfter() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        PostgresResource.stopServer();
        try {
            Response visit = TestShop.visit(returnUrl);
            assertThat(visit.statusCode()).as(visit.asString()).isEqualTo(503);
            assertThat(visit.header("Retry-After")).isNotNull();
            Response begin = shop.initiate(TestShop.booking("b-" + payment.id()));
            assertThat(begin.statusCode()).as(begin.asString()).isEqualTo(503);
            assertThat(begin.header("Retry-After")).isNotNull();
        } finally {
            PostgresResource.startServer();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> TestShop.visit(returnUrl).statusCode() == 303);
        settled(payment);
        assertThat(shop.approvals(payment.id())).isEqualTo(1);
    }

    /// The time-out is how long a caller waits; the client's own wait for a connection is twice as long.
    @Test
    void whereAllConnectionsAreTakenCallersGetARetryAfter() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        List<SqlConnection> taken = new ArrayList<>();
        try {
            for (int n = 0; n < CONNECTIONS; n++) {
                taken.add(pool.getConnectionAndAwait());
            }
            Response visit = TestShop.visit(
                    returnUrl, config().httpClient(httpClientConfig().setParam("http.socket.timeout", 15_000)));
            assertThat(visit.statusCode()).as(visit.asString()).isEqualTo(503);
            assertThat(visit.header("Retry-After")).isNotNull();
        } finally {
            taken.forEach(SqlConnection::closeAndAwait);
        }
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("SUCCEEDED");
        assertThat(shop.approvals(payment.id())).isEqualTo(1);
    }

    @Test
    void aStatementThatIsHeldUpEnds() {
        assertThat(pool.query("select current_setting('statement_timeout'),"
                                + " current_setting('idle_in_transaction_session_timeout')")
                        .executeAndAwait()
                        .iterator()
                        .next()
                        .deepToString())
                .isEqualTo("[15s,1min]");
    }

    @Test
    void paymentsGoOnWithoutKafkaAndTheOutboxDrains() {
        PendingPayment payment = shop.begin();
        KafkaResource.stopServer();
        try {
            assertThat(TestShop.statusAt(TestShop.visit(shop.pay(payment)))).isEqualTo("SUCCEEDED");
            assertThat(shop.initiate(TestShop.booking("b2-" + payment.id())).statusCode())
                    .isEqualTo(201);
        } finally {
            KafkaResource.startServer();
        }
        KafkaProbe.awaitEvent(
                "payment.events",
                event -> payment.id().equals(event.key()) && "coworkpay.payment.paid.v1".equals(event.type()));
    }

    private static void settled(PendingPayment payment) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            Worker.quiet(payment.id());
            return Worker.check(payment.id()).equals("PAID");
        });
    }
}
