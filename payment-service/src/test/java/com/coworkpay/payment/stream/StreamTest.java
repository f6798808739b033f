package com.coworkpay.payment.stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestCheckout;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.payment.support.TestStream;
import com.coworkpay.platform.testkit.PostgresResource;
import com.coworkpay.platform.testkit.TestIdentity;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// A page that waits hears of the payment as it changes. In tests a comment comes every second, and a process holds 12
/// streams.
@PaymentServiceTest
class StreamTest {

    private static final int MAX_OPEN = 12;

    private final TestShop shop = TestShop.open();
    private final List<TestStream> opened = new ArrayList<>();

    @Inject
    MeterRegistry meters;

    @AfterEach
    void close() {
        opened.forEach(TestStream::close);
        awaitOpen(0);
    }

    private double gauge() {
        return meters.get("coworkpay.payment.streams.open").gauge().value();
    }

    private double refused(String bound) {
        return meters.get("coworkpay.payment.streams.refused")
                .tag("bound", bound)
                .counter()
                .count();
    }

    private void awaitOpen(int count) {
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> gauge() == count);
    }

    private TestStream stream(TestIdentity.Token token, String paymentId, @Nullable String lastEventId) {
        return kept(TestStream.open(
                "/v1/locations/" + shop.location() + "/payments/" + paymentId + "/stream", token.sign(), lastEventId));
    }

    private TestStream stream(TestCheckout checkout, @Nullable String lastEventId) {
        return kept(TestStream.open("/v1/checkouts/" + checkout.path() + "/stream", null, lastEventId));
    }

    private TestStream kept(TestStream stream) {
        opened.add(stream);
        return stream;
    }

    private static TestIdentity.Token payer() {
        return TestIdentity.token("payer-1");
    }

    private static void awaitEvents(TestStream stream, int count) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> stream.all("data").size() == count);
    }

    private static JsonObject last(TestStream stream) {
        return new JsonObject(stream.all("data").getLast());
    }

    @Test
    void itSendsWhatReadingAnswersAndEndsWithTheFinalStatus() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        TestStream stream = stream(payer(), payment.id(), null);
        assertThat(stream.status()).isEqualTo(200);
        assertThat(stream.header("Content-Type")).startsWith("text/event-stream");
        assertThat(stream.header("X-Accel-Buffering")).isEqualTo("no");
        assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
        awaitEvents(stream, 1);
        assertThat(stream.all("retry")).containsExactly("2000");
        assertThat(last(stream)).isEqualTo(new JsonObject(read(payment)));
        assertThat(last(stream).getString("status")).isEqualTo("PENDING");
        assertThat(stream.hasEnded()).isFalse();
        TestShop.visit(returnUrl);
        assertThat(stream.endsWithin(Duration.ofSeconds(30))).isTrue();
        assertThat(last(stream)).isEqualTo(new JsonObject(read(payment)));
        assertThat(last(stream).getString("status")).isEqualTo("SUCCEEDED");
        List<String> ids = stream.all("id");
        assertThat(ids).hasSameSizeAs(stream.all("data")).doesNotHaveDuplicates();
        assertThat(ids.getLast()).isEqualTo("" + last(stream).getLong("version"));
        awaitOpen(0);
    }

    private String read(PendingPayment payment) {
        return given().auth()
                .oauth2(payer().sign())
                .get("/v1/locations/{l}/payments/{p}", shop.location(), payment.id())
                .asString();
    }

    @Test
    void aClientThatComesAgainGetsWhatItHasNot() {
        PendingPayment payment = shop.begin();
        String version = Db.text("select version from payment where id = ?::uuid", payment.id());
        TestStream knowing = stream(payer(), payment.id(), version);
        assertThat(knowing.status()).isEqualTo(200);
        Awaitility.await().until(() -> knowing.lines().stream().anyMatch(line -> line.startsWith(":")));
        assertThat(knowing.all("data")).isEmpty();
        TestStream late = stream(payer(), payment.id(), "1");
        awaitEvents(late, 1);
        shop.begin(Db.text("select payable_id from payment where id = ?::uuid", payment.id()));
        assertThat(knowing.endsWithin(Duration.ofSeconds(30))).isTrue();
        assertThat(last(knowing).getString("reason")).isEqualTo("SUPERSEDED");
        // It has the final one: a browser does not come again after this.
        TestStream over = stream(payer(), payment.id(), knowing.all("id").getLast());
        assertThat(over.status()).isEqualTo(204);
        TestStream fresh = stream(payer(), payment.id(), null);
        assertThat(fresh.endsWithin(Duration.ofSeconds(30))).isTrue();
        assertThat(fresh.all("data")).hasSize(1);
        for (String odd : List.of("x", "-1", "99999999999999999999", "1; drop")) {
            TestStream other = stream(payer(), payment.id(), odd);
            assertThat(other.endsWithin(Duration.ofSeconds(30))).isTrue();
            assertThat(other.all("data")).hasSize(1);
        }
    }

    @Test
    void aCheckoutIsStreamedWithAllItsAttempts() {
        TestCheckout checkout = shop.checkout();
        TestStream stream = stream(checkout, null);
        awaitEvents(stream, 1);
        assertThat(stream.header("X-Robots-Tag")).contains("noindex");
        assertThat(last(stream).getLong("version")).isZero();
        PendingPayment first = checkout.begin();
        Awaitility.await()
                .until(() -> last(stream).getJsonArray("attempts").toString().contains("redirectUrl"));
        checkout.cancel(first.id());
        Awaitility.await().until(() -> last(stream)
                .getJsonArray("attempts")
                .getJsonObject(0)
                .getString("status")
                .equals("CANCELED"));
        assertThat(stream.hasEnded()).isFalse();
        TestShop.visit(shop.pay(checkout.begin()));
        assertThat(stream.endsWithin(Duration.ofSeconds(30))).isTrue();
        assertThat(last(stream)).isEqualTo(new JsonObject(checkout.get().asString()));
        assertThat(last(stream).getBoolean("over")).isTrue();
        List<Long> ids = stream.all("id").stream().map(Long::valueOf).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
        assertThat(stream(checkout, "" + ids.getLast()).status()).isEqualTo(204);
    }

    @Test
    void onlyWhoMayReadItMayStreamIt() {
        PendingPayment payment = shop.begin();
        assertThat(stream(TestIdentity.token("payer-2"), payment.id(), null).status())
                .isEqualTo(404);
        assertThat(stream(TestIdentity.token("hyun").at(shop.location(), "report:read"), payment.id(), null)
                        .status())
                .isEqualTo(403);
        assertThat(stream(payer(), UUID.randomUUID().toString(), null).status()).isEqualTo(404);
        assertThat(stream(payer(), "x", null).status()).isEqualTo(404);
        TestStream nobody = kept(TestStream.open(
                "/v1/locations/" + shop.location() + "/payments/" + payment.id() + "/stream", null, null));
        assertThat(nobody.status()).isEqualTo(401);
        assertThat(stream(TestIdentity.token("portal").everywhere("payment:create"), payment.id(), null)
                        .status())
                .isEqualTo(200);
        TestStream people = stream(TestIdentity.token("minji").at(shop.location(), "payment:read"), payment.id(), null);
        assertThat(people.status()).isEqualTo(200);
        assertThat(people.header("Content-Type")).startsWith("text/event-stream");
    }

    @Test
    void fourOfOnePaymentAndTwelveOfAProcessAreTheBound() {
        double ofPayment = refused("PAYMENT");
        double ofProcess = refused("PROCESS");
        PendingPayment payment = shop.begin();
        for (int i = 0; i < 4; i++) {
            assertThat(stream(payer(), payment.id(), null).status()).isEqualTo(200);
        }
        TestStream fifth = stream(payer(), payment.id(), null);
        assertThat(fifth.status()).isEqualTo(429);
        assertThat(fifth.header("Retry-After")).isNotNull();
        assertThat(fifth.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused("PAYMENT")).isEqualTo(ofPayment + 1);
        for (int i = 4; i < MAX_OPEN; i++) {
            assertThat(stream(shop.checkout(), null).status()).isEqualTo(200);
        }
        awaitOpen(MAX_OPEN);
        TestStream full = stream(shop.checkout(), null);
        assertThat(full.status()).isEqualTo(503);
        assertThat(full.header("Retry-After")).isNotNull();
        assertThat(refused("PROCESS")).isEqualTo(ofProcess + 1);
        // A client that goes frees its place.
        opened.getFirst().close();
        awaitOpen(MAX_OPEN - 1);
        assertThat(stream(payer(), payment.id(), null).status()).isEqualTo(200);
    }

    @Test
    void whoHearsNothingHearsAComment() {
        TestStream stream = stream(payer(), shop.begin().id(), null);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> stream.lines().stream()
                                .filter(line -> line.startsWith(":"))
                                .count()
                        >= 2);
        assertThat(stream.all("data")).hasSize(1);
    }

    @Test
    void itOutlivesTheDatabase() {
        PendingPayment payment = shop.begin();
        TestStream stream = stream(payer(), payment.id(), null);
        awaitEvents(stream, 1);
        long beats;
        PostgresResource.stopServer();
        try {
            beats = stream.all("").size();
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> stream.all("").size() >= beats + 3);
            TestStream refused = stream(payer(), payment.id(), null);
            assertThat(refused.status()).isEqualTo(503);
            assertThat(refused.header("Retry-After")).isNotNull();
        } finally {
            PostgresResource.startServer();
        }
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> TestShop.visit(shop.pay(payment)).statusCode() == 303);
        assertThat(stream.endsWithin(Duration.ofSeconds(60))).isTrue();
        assertThat(last(stream).getString("status")).isEqualTo("SUCCEEDED");
    }

    /// However many streams there are.
    @Test
    void aPollIsOneStatementAndNoneWithoutStreams() throws SQLException {
        awaitOpen(0);
        for (int i = 0; i < 5; i++) {
            assertThat(stream(shop.checkout(), null).status()).isEqualTo(200);
            assertThat(stream(payer(), shop.begin().id(), null).status()).isEqualTo(200);
        }
        try (Connection connection = PostgresResource.superuser("payment");
                Statement statement = connection.createStatement()) {
            Assumptions.assumeTrue(isCounting(statement), "this server does not count statements");
            statement.execute("select pg_stat_statements_reset()");
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> polls(statement) >= 4);
            assertThat(polls(statement)).isLessThan(20);
            opened.forEach(TestStream::close);
            awaitOpen(0);
            // One may be under way.
            Awaitility.await().pollDelay(Duration.ofSeconds(1)).until(() -> true);
            long before = polls(statement);
            Awaitility.await().pollDelay(Duration.ofSeconds(2)).until(() -> true);
            assertThat(polls(statement)).isEqualTo(before);
        }
    }

    private static long polls(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery(
                "select coalesce(sum(calls), 0) from pg_stat_statements where query like '%''CHECKOUT'', checkout_id%'"
                        + " or query like '%union all%sum(version)%'")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static boolean isCounting(Statement statement) throws SQLException {
        try (ResultSet row = statement.executeQuery("show shared_preload_libraries")) {
            row.next();
            if (!row.getString(1).contains("pg_stat_statements")) {
                return false;
            }
        }
        return !statement.execute("create extension if not exists pg_stat_statements");
    }
}
