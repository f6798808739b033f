package com.coworkpay.payment.checkout;

import static com.coworkpay.payment.support.TestShop.toPay;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.payment.returnurl.CheckoutUrls;
import com.coworkpay.payment.returnurl.KakaoPayReturnUrls;
import com.coworkpay.payment.support.Concurrently;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.Refunds;
import com.coworkpay.payment.support.TestCheckout;
import com.coworkpay.payment.support.TestEnvironment;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.PostgresResource;
import com.coworkpay.platform.testkit.TestIdentity;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// A machine caller makes a checkout; whoever holds its link sees it and pays it.
@PaymentServiceTest
class CheckoutTest {

    private final TestShop shop = TestShop.open();

    @Inject
    KakaoPayReturnUrls returnUrls;

    @Inject
    CheckoutUrls checkoutUrls;

    private static String id() {
        return "b-" + UUID.randomUUID();
    }

    private static void refused(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.<String>path("type")).isEqualTo("urn:coworkpay:problem:" + slug);
        assertThat(answer.<String>path("detail")).isNotBlank();
    }

    // ---- made

    @Test
    void theSameKeyMakesTheSameCheckout() {
        String key = id();
        JsonObject request = toPay(id());
        Response first = shop.checkout(key, request);
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(201);
        Response again = shop.checkout(key, request.copy().put("vatKrw", 2000));
        assertThat(again.asString()).isEqualTo(first.asString());
        refused(shop.checkout(key, request.copy().put("totalKrw", 22001)), 422, "idempotency-key-reused");
        refused(shop.checkout(key, request.copy().put("language", "en")), 422, "idempotency-key-reused");
        refused(TestShop.open().checkout(key, request), 422, "idempotency-key-reused");
        refused(shop.checkout("", request), 400, "idempotency-key-required");
    }

    @Test
    void concurrentRequestsMakeOneCheckout() throws Exception {
        String key = id();
        JsonObject request = toPay(id());
        List<String> ids = Concurrently.times(10, () -> shop.checkout(key, request)).stream()
                .filter(answer -> answer.statusCode() == 201)
                .map(answer -> answer.<String>path("checkoutId"))
                .distinct()
                .toList();
        assertThat(ids).hasSize(1);
        assertThat(Db.number("select count(*) from checkout where idempotency_key = ?", key))
                .isEqualTo(1);
    }

    @Test
    void itExpiresAfterADayOrWhenItsCallerSaysWithinAWeek() {
        Response usual = shop.checkout(id(), toPay(id()));
        assertThat(Duration.between(Instant.now(), Instant.parse(usual.path("expiresAt"))))
                .isBetween(Duration.ofHours(23), Duration.ofHours(24));
        Instant inAWeek = Instant.now().plus(Duration.ofDays(7)).minusSeconds(60);
        String sent = inAWeek.atOffset(java.time.ZoneOffset.ofHours(9)).toString();
        Response later = shop.checkout(id(), toPay(id()).put("expiresAt", sent));
        assertThat(Instant.parse(later.path("expiresAt"))).isCloseTo(inAWeek, within());
        for (Duration out : List.of(Duration.ofDays(7).plusSeconds(60), Duration.ofSeconds(-1))) {
            Response refused = shop.checkout(
                    id(), toPay(id()).put("expiresAt", Instant.now().plus(out).toString()));
            refused(refused, 400, "checkout-expiry-out-of-range");
            assertThat(refused.<String>path("field")).isEqualTo("expiresAt");
        }
        for (String odd : List.of("", "tomorrow", "2026-12-01T09:00:00", "+12026-12-01T09:00:00Z", "\u0000")) {
            Response refused = shop.checkout(id(), toPay(id()).put("expiresAt", odd));
            refused(refused, 400, "invalid-request");
            assertThat(refused.<String>path("field")).isEqualTo("expiresAt");
        }
        // The key is looked for first: a repeated request is not refused because time has passed.
        String key = id();
        JsonObject request = toPay(id())
                .put("expiresAt", Instant.now().plus(Duration.ofSeconds(12)).toString());
        Response first = shop.checkout(key, request);
        String made = first.asString();
        TestCheckout checkout = TestCheckout.of(first);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> checkout.get().<String>path("obstacle.type") != null);
        assertThat(shop.checkout(key, request).asString()).isEqualTo(made);
    }

    private static org.assertj.core.data.TemporalUnitOffset within() {
        return org.assertj.core.api.Assertions.within(1, java.time.temporal.ChronoUnit.MILLIS);
    }

    @Test
    void onlyMachineCallersMakeOne() {
        for (TestIdentity.Token token : List.of(
                TestIdentity.token("minji").at(shop.location(), "payment:read"), TestIdentity.token("payer-1"))) {
            Response refused = given().auth()
                    .oauth2(token.sign())
                    .header("Idempotency-Key", id())
                    .contentType("application/json")
                    .body(toPay(id()).encode())
                    .post("/v1/locations/{l}/checkouts", shop.location());
            assertThat(refused.statusCode()).isIn(403, 404);
        }
        Response bad = shop.checkout(id(), toPay(id()).put("device", "PC"));
        refused(bad, 400, "invalid-request");
        assertThat(bad.<String>path("field")).isEqualTo("device");
    }

    // ---- seen

    @Test
    void thePageGetsWhatIsToBePaidAndNobodysId() {
        TestCheckout checkout = shop.checkout(toPay(id()).put("language", "ko"));
        Response seen = checkout.get();
        assertThat(seen.statusCode()).as(seen.asString()).isEqualTo(200);
        assertThat(seen.<String>path("description")).isEqualTo("회의실 A, 2시간 ☕");
        assertThat(seen.<Integer>path("totalKrw")).isEqualTo(22000);
        assertThat(seen.<Integer>path("supplyKrw")).isEqualTo(20000);
        assertThat(seen.<Integer>path("vatKrw")).isEqualTo(2000);
        assertThat(seen.<String>path("payable.type")).isEqualTo("BOOKING");
        assertThat(Instant.parse(seen.path("payable.startAt"))).isEqualTo("2026-12-01T00:00:00Z");
        assertThat(seen.<String>path("location.title")).isEqualTo("강남");
        assertThat(seen.<String>path("location.timezone")).isEqualTo("Asia/Seoul");
        assertThat(seen.<String>path("location.locale")).isEqualTo("ko");
        assertThat(seen.<String>path("language")).isEqualTo("ko");
        assertThat(seen.<Map<String, Object>>path("policy")).containsEntry("before", "P1D");
        assertThat(seen.<Boolean>path("live")).isTrue();
        assertThat(seen.<Boolean>path("payableNow")).isTrue();
        assertThat(seen.<Object>path("obstacle")).isNull();
        assertThat(seen.<List<?>>path("attempts")).isEmpty();
        assertThat(seen.<String>path("returnUrl")).isEqualTo(TestEnvironment.PORTAL + "/done?booking=7");
        assertThat(seen.header("Cache-Control")).isEqualTo("no-store");
        assertThat(seen.header("X-Robots-Tag")).contains("noindex");
        assertThat(seen.header("Referrer-Policy")).isEqualTo("no-referrer");

        PendingPayment paid = checkout.begin();
        TestShop.visit(shop.pay(paid));
        String tid = Db.text("select tid from payment where id = ?::uuid", paid.id());
        assertThat(checkout.get().asString()).doesNotContain("payer-1", "owner-1", tid);
    }

    @Test
    void eachStepOfThePolicyHasItsTimeAndWon() {
        JsonObject ladder = new JsonObject()
                .put("kind", "TIERED")
                .put("tiers", new JsonArray(List.of(tier("P2D", 100), tier("PT4H", 33), tier("P1W", 90))));
        Response seen = shop.checkout(toPay(id()).put("policy", ladder)).get();
        assertThat(seen.<List<String>>path("refundSteps.until"))
                .as("the one week that gives less is no step")
                .containsExactly("2026-11-29T00:00:00.000Z", "2026-11-30T20:00:00.000Z");
        assertThat(seen.<List<String>>path("refundSteps.untilLocal"))
                .containsExactly("2026-11-29T09:00:00+09:00", "2026-12-01T05:00:00+09:00");
        assertThat(seen.<List<Integer>>path("refundSteps.percent")).containsExactly(100, 33);
        assertThat(seen.<List<Integer>>path("refundSteps.amountKrw")).containsExactly(22000, 7260);
    }

    @Test
    void aFullDayAndAPolicyWithoutAStartHaveNoSteps() {
        JsonObject day = toPay(id());
        day.getJsonObject("payable").putNull("startAt").put("day", "2026-12-01").put("resourceType", "DESK");
        assertThat(shop.checkout(day).get().<List<?>>path("refundSteps")).isEmpty();
        JsonObject none = toPay(id()).put("policy", new JsonObject().put("kind", "NO_REFUND"));
        assertThat(shop.checkout(none).get().<List<?>>path("refundSteps")).isEmpty();
    }

    private static JsonObject tier(String before, int percent) {
        return new JsonObject().put("before", before).put("percent", percent);
    }

    @Test
    void whoSellsIsWhatTheLocationHasSaid() {
        TestCheckout checkout = shop.checkout();
        assertThat(checkout.get().<Object>path("location.seller")).isNull();
        shop.seller(new JsonObject().put("name", "강남 코워킹").put("businessNumber", "1208800767"));
        Response seen = checkout.get();
        assertThat(seen.<String>path("location.seller.name")).isEqualTo("강남 코워킹");
        assertThat(seen.<String>path("location.seller.businessNumber")).isEqualTo("1208800767");
        assertThat(seen.<String>path("location.seller.phone")).isNull();
        shop.republish();
        assertThat(checkout.get().<Object>path("location.seller")).isNull();
    }

    @Test
    void noOtherSignatureOpensIt() {
        TestCheckout checkout = shop.checkout();
        UUID id = UUID.fromString(checkout.id());
        String ofReturnUrl = returnUrls.approved(id).getPath().split("/")[4];
        String ofAnother = shop.checkout().signature();
        Response unknown = given().get("/v1/checkouts/"
                + checkoutUrls.of(UUID.randomUUID()).getPath().substring(10));
        refused(unknown, 404, "not-found");
        for (String forged : List.of(
                ofReturnUrl,
                ofAnother,
                "x",
                checkout.signature().substring(1),
                checkout.signature() + "A",
                "A".repeat(22))) {
            for (String path : List.of("", "/stream")) {
                Response refused = given().get("/v1/checkouts/" + checkout.id() + "/" + forged + path);
                refused(refused, 404, "not-found");
                assertThat(refused.<String>path("detail")).isEqualTo(unknown.path("detail"));
            }
            Response begun = given().header("Idempotency-Key", id())
                    .contentType("application/json")
                    .body("{\"device\":\"PC\"}")
                    .post("/v1/checkouts/" + checkout.id() + "/" + forged + "/payments");
            refused(begun, 404, "not-found");
        }
        refused(
                given().get("/v1/checkouts/" + checkout.id().toUpperCase(java.util.Locale.ROOT) + "/"
                        + checkout.signature()),
                404,
                "not-found");
        String returnUrl = "/v1/return/" + checkout.id() + "/" + checkout.signature() + "/canceled";
        assertThat(given().redirects().follow(false).get(returnUrl).statusCode())
                .isEqualTo(404);
    }

    @Test
    void whyItCannotBePaidIsWhatABeginIsToldInBothLanguages() {
        String canceled = id();
        String paid = id();
        String unsettled = id();
        TestShop.visit(shop.pay(shop.begin(paid)));
        PendingPayment inDoubt = shop.begin(unsettled);
        String returnUrl = shop.pay(inDoubt);
        shop.kakaoPay().fault(Fault.of(Endpoint.APPROVE, FaultKind.STATUS_AFTER).forOrder(inDoubt.id()));
        TestShop.visit(returnUrl);
        shop.cancelBooking(canceled);
        Map<TestCheckout, String> obstacles = Map.of(
                TestShop.open().disconnect().checkout(), "location-not-connected",
                TestShop.open().switchOff("BOOKING").checkout(), "payable-switched-off",
                TestShop.open().testAccount().checkout(), "test-account-not-allowed",
                shop.checkout(toPay(canceled)), "payable-canceled",
                shop.checkout(toPay(paid)), "payable-already-paid",
                shop.checkout(toPay(unsettled)), "payment-unsettled");
        obstacles.forEach((checkout, slug) -> {
            Response begun = checkout.pay(id(), "PC");
            refused(begun, 409, slug);
            Response seen = checkout.get();
            assertThat(seen.<Boolean>path("payableNow")).as(slug).isFalse();
            assertThat(seen.<String>path("obstacle.type")).isEqualTo(begun.path("type"));
            assertThat(seen.<String>path("obstacle.detail.en")).isEqualTo(begun.path("detail"));
            assertThat(seen.<String>path("obstacle.detail.ko")).isNotBlank().isNotEqualTo(begun.path("detail"));
            assertThat(seen.<Integer>path("obstacle.retryAfterSeconds") != null)
                    .isEqualTo(slug.equals("payment-unsettled"));
            assertThat(seen.<Boolean>path("over"))
                    .isEqualTo(slug.equals("payable-canceled") || slug.equals("payable-already-paid"));
        });
    }

    // ---- paid

    @Test
    void itIsPaidAndItsPageShowsTheReceipt() {
        TestCheckout checkout = shop.checkout();
        Response begun = checkout.pay(id(), "MOBILE");
        assertThat(begun.statusCode()).as(begun.asString()).isEqualTo(201);
        PendingPayment payment = new PendingPayment(begun.path("paymentId"), begun.path("redirectUrl"));
        Response pending = checkout.get();
        assertThat(pending.<String>path("attempts[0].status")).isEqualTo("PENDING");
        assertThat(pending.<String>path("attempts[0].redirectUrl")).isEqualTo(payment.redirectUrl());
        assertThat(pending.<String>path("attempts[0].redirectUrls.pc")).isNotBlank();
        assertThat(pending.<String>path("attempts[0].expiresAt")).isEqualTo(begun.path("expiresAt"));
        assertThat(pending.<Boolean>path("over")).isFalse();

        Response back = TestShop.visit(shop.pay(payment));
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(back.header("Location"))
                .isEqualTo(checkout.url() + "?paymentId=" + payment.id() + "&status=SUCCEEDED");
        Response paid = checkout.get();
        assertThat(paid.<Integer>path("version")).isGreaterThan(pending.<Integer>path("version"));
        assertThat(paid.<String>path("receipt.paymentId")).isEqualTo(payment.id());
        assertThat(paid.<String>path("receipt.method")).isEqualTo("MONEY");
        assertThat(paid.<String>path("receipt.approvedAt")).isNotBlank();
        assertThat(paid.<Object>path("attempts[0].redirectUrl")).isNull();
        assertThat(paid.<Boolean>path("over")).isTrue();
        assertThat(paid.<String>path("returnUrl"))
                .isEqualTo(TestEnvironment.PORTAL + "/done?booking=7&paymentId=" + payment.id() + "&status=SUCCEEDED");
        assertThat(Db.text("select caller from payment where id = ?::uuid", payment.id()))
                .isEqualTo("portal");

        // Refunds follow; what was paid once by its link is not paid by it again.
        JsonObject refunded = Refunds.state(payment.id(), 2, 22000, 0)
                .put("refunds", new JsonArray().add(Refunds.refund("SUCCEEDED", "ADMINISTRATOR", "OTHER", 22000)));
        Refunds.publishAndWait(refunded);
        Response after = checkout.get();
        assertThat(after.<Integer>path("receipt.refundedKrw")).isEqualTo(22000);
        assertThat(after.<Integer>path("receipt.refunds[0].amountKrw")).isEqualTo(22000);
        assertThat(after.<String>path("receipt.refunds[0].refundedAt")).isNotBlank();
        refused(checkout.pay(id(), "PC"), 409, "payable-already-paid");
    }

    @Test
    void whoeverCancelsOrFailsAtKakaoPayComesBackToThePageAndMayTryAgain() {
        TestCheckout checkout = shop.checkout();
        PendingPayment first = checkout.begin();
        Response back = TestShop.visit(shop.pay(first).replaceFirst("/approved.*", "/canceled"));
        assertThat(back.header("Location")).isEqualTo(checkout.url() + "?paymentId=" + first.id() + "&status=CANCELED");
        Response seen = checkout.get();
        assertThat(seen.<String>path("attempts[0].reason")).isEqualTo("PAYER_ABORTED");
        assertThat(seen.<String>path("attempts[0].reasonText.ko")).isNotBlank();
        assertThat(seen.<Boolean>path("payableNow")).isTrue();
        assertThat(seen.<Boolean>path("over")).isFalse();
        PendingPayment second = checkout.begin();
        assertThat(checkout.get().<List<String>>path("attempts.paymentId")).containsExactly(second.id(), first.id());
    }

    @Test
    void theSameKeyIsTheSameAttemptAndAnotherSupersedesIt() {
        TestCheckout checkout = shop.checkout();
        String key = id();
        Response first = checkout.pay(key, "MOBILE");
        Response again = checkout.pay(key, "MOBILE");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(shop.calls(first.path("paymentId"), Endpoint.READY)).isEqualTo(1);
        refused(checkout.pay(key, "PC"), 422, "idempotency-key-reused");
        refused(checkout.pay("", "PC"), 400, "idempotency-key-required");
        Response newer = checkout.pay(id(), "MOBILE");
        assertThat(Db.status(first.path("paymentId"))).isEqualTo("CANCELED");
        assertThat(checkout.pay(key, "MOBILE").asString()).isEqualTo(first.asString());
        assertThat(Db.status(newer.path("paymentId"))).isEqualTo("WAITING");
        assertThat(Db.number("select attempts from checkout where id = ?::uuid", checkout.id()))
                .isEqualTo(2);
    }

    /// A payer's key is not one of the caller's, nor one of another checkout's.
    @Test
    void aPayersKeyMeetsNoOther() {
        String key = id();
        PendingPayment callers = PendingPayment.of(shop.initiate(key, TestShop.booking(id())));
        TestCheckout one = shop.checkout();
        TestCheckout other = shop.checkout();
        String first = one.pay(key, "MOBILE").path("paymentId");
        String second = other.pay(key, "MOBILE").path("paymentId");
        assertThat(List.of(callers.id(), first, second)).doesNotHaveDuplicates();
        assertThat(shop.initiate("checkout", TestShop.booking(id())).statusCode())
                .isEqualTo(201);
    }

    @Test
    void twentyAttemptsAreTheEndAlsoOfConcurrentOnes() throws Exception {
        TestCheckout checkout = shop.checkout();
        Db.update("update checkout set attempts = 18 where id = ?::uuid", checkout.id());
        String key = id();
        assertThat(checkout.pay(key, "PC").statusCode()).isEqualTo(201);
        List<Callable<Response>> five = IntStream.range(0, 5)
                .<Callable<Response>>mapToObj(_ -> () -> checkout.pay(id(), "PC"))
                .toList();
        List<Response> answers;
        try (Connection holder = PostgresResource.connect();
                Statement statement = holder.createStatement();
                ExecutorService later = Executors.newSingleThreadExecutor()) {
            // All five have read that one attempt is left when the first of them takes it.
            holder.setAutoCommit(false);
            statement.execute("select from checkout where id = '" + checkout.id() + "' for update");
            Future<List<Response>> all = later.submit(() -> Concurrently.all(five));
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> waiting() == 5);
            holder.commit();
            answers = all.get();
        }
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201))
                .hasSize(1);
        answers.stream()
                .filter(answer -> answer.statusCode() != 201)
                .forEach(answer -> refused(answer, 409, "checkout-attempts-used"));
        assertThat(Db.number("select count(*) from payment where checkout_id = ?::uuid", checkout.id()))
                .isEqualTo(2);
        assertThat(checkout.get().<String>path("obstacle.type")).endsWith("checkout-attempts-used");
        // The first attempt of a key is found all the same.
        assertThat(checkout.pay(key, "PC").statusCode()).isIn(201, 409);
    }

    /// For the row of a checkout.
    private static long waiting() throws SQLException {
        try (Connection connection = PostgresResource.superuser("payment");
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_stat_activity"
                        + " where wait_event_type = 'Lock' and query like 'with existing as%'")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void anExpiredOneIsPaidNoMoreButWhatWasBegunIs() {
        TestCheckout checkout = shop.checkout(
                toPay(id()).put("expiresAt", Instant.now().plusSeconds(12).toString()));
        PendingPayment begun = checkout.begin();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> "urn:coworkpay:problem:checkout-expired"
                .equals(checkout.get().path("obstacle.type")));
        refused(checkout.pay(id(), "PC"), 409, "checkout-expired");
        assertThat(checkout.get().<Boolean>path("over")).isFalse();
        assertThat(TestShop.visit(shop.pay(begun)).header("Location")).endsWith("status=SUCCEEDED");
        assertThat(checkout.get().<Boolean>path("over")).isTrue();
    }

    // ---- canceled

    @Test
    void anAttemptIsCanceledByItsCheckoutAlone() {
        TestCheckout checkout = shop.checkout();
        PendingPayment attempt = checkout.begin();
        refused(shop.checkout().cancel(attempt.id()), 404, "not-found");
        refused(checkout.cancel(shop.begin().id()), 404, "not-found");
        refused(checkout.cancel("1' or '1'='1"), 404, "not-found");
        Response canceled = checkout.cancel(attempt.id());
        assertThat(canceled.statusCode()).as(canceled.asString()).isEqualTo(200);
        assertThat(canceled.<String>path("attempts[0].status")).isEqualTo("CANCELED");
        assertThat(canceled.<String>path("attempts[0].reason")).isEqualTo("PAYER_ABORTED");
        assertThat(checkout.cancel(attempt.id()).statusCode()).isEqualTo(200);
        PendingPayment paid = checkout.begin();
        TestShop.visit(shop.pay(paid));
        refused(checkout.cancel(paid.id()), 409, "payment-is-paid");
    }

    // ---- the database by itself

    @Test
    void theDatabaseKeepsItsRules() {
        TestCheckout checkout = shop.checkout();
        PendingPayment attempt = checkout.begin();
        for (String change : List.of(
                "total_krw = total_krw + 1, supply_krw = supply_krw + 1",
                "attempts = 0",
                "expires_at = expires_at + interval '1 minute'",
                "return_url = 'https://evil.example/'")) {
            refusedByDatabase(
                    "is never changed",
                    () -> Db.update("update checkout set " + change + " where id = ?::uuid", checkout.id()));
        }
        refusedByDatabase(
                "checkout_attempts_check",
                () -> Db.update("update checkout set attempts = 21 where id = ?::uuid", checkout.id()));
        refusedByDatabase(
                "payment_of_checkout",
                () -> Db.move(
                        attempt.id(), "version = version + 1, total_krw = total_krw + 1, supply_krw = supply_krw + 1"));
        refusedByDatabase(
                "payment_of_checkout", () -> Db.move(shop.begin().id(), "checkout_id = '" + checkout.id() + "'"));
    }

    private static void refusedByDatabase(String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable change) {
        assertThatThrownBy(change)
                .hasRootCauseInstanceOf(java.sql.SQLException.class)
                .hasMessageContaining(rule);
    }
}
