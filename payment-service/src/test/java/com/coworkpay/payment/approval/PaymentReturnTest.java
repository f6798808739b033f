package com.coworkpay.payment.approval;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.payment.support.Concurrently;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestEnvironment;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.ReceivedEvent;
import io.restassured.response.Response;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/// The payer's browser returns from KakaoPay.
@PaymentServiceTest
class PaymentReturnTest {

    private final TestShop shop = TestShop.open();

    @Test
    void fiftyVisitsAtOnceAreOneApproval() throws Exception {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        List<String> statuses = Concurrently.times(50, () -> TestShop.statusAt(TestShop.visit(returnUrl)));
        assertThat(statuses)
                .contains("SUCCEEDED")
                .allMatch(status -> status.equals("SUCCEEDED") || status.equals("PROCESSING"));
        assertThat(shop.calls(payment.id(), Endpoint.APPROVE)).isEqualTo(1);
        assertThat(shop.approvals(payment.id())).isEqualTo(1);
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("SUCCEEDED");
    }

    /// A payer reads a page and no problem details; when it comes again, all is as it should be.
    @Test
    void whatCannotBeSaidNowIsAPageThatAsksAgain() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        Db.update("alter table payment add constraint away check (id <> '" + payment.id() + "') not valid");
        try {
            Response page = browse(returnUrl, "ko");
            assertThat(page.statusCode()).isEqualTo(503);
            assertThat(page.contentType()).startsWith("text/html");
            assertThat(page.header("Retry-After")).isEqualTo("5");
            assertThat(page.header("Cache-Control")).isEqualTo("no-store");
            assertThat(page.asString())
                    .contains("<html lang=\"ko\">", "http-equiv=\"refresh\"", "사라진 것은 없습니다")
                    .doesNotContain("pg_token");
            assertThat(browse(returnUrl, "en").asString()).contains("Nothing is lost");
            assertThat(TestShop.visit(returnUrl).contentType())
                    .as("for programs")
                    .startsWith("application/problem+json");
        } finally {
            Db.update("alter table payment drop constraint away");
        }
        assertThat(TestShop.statusAt(browse(returnUrl, "ko"))).isEqualTo("SUCCEEDED");
        assertThat(shop.approvals(payment.id())).isEqualTo(1);
        assertThat(browse(returnUrl.replaceFirst("/return/([^/]+)/[^/]+/", "/return/$1/AAAAAAAAAAAAAAAAAAAAAA/"), "ko")
                        .statusCode())
                .isEqualTo(404);
    }

    private static Response browse(String returnUrl, String language) {
        return given().redirects()
                .follow(false)
                .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
                .header("Accept-Language", language)
                .urlEncodingEnabled(false)
                .get(returnUrl.substring(TestEnvironment.PUBLIC_BASE.length()));
    }

    @Test
    void whoComesMeanwhileIsSentOnAtOnce() throws Exception {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        long held = shop.kakaoPay()
                .fault(Fault.of(Endpoint.APPROVE, FaultKind.HOLD_AFTER_EFFECT).forOrder(payment.id()));
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<String> first = other.submit(() -> TestShop.statusAt(TestShop.visit(returnUrl)));
            Awaitility.await().until(() -> shop.kakaoPay().holding(held));
            assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("PROCESSING");
            shop.kakaoPay().release(held);
            assertThat(first.get()).isIn("SUCCEEDED", "PROCESSING");
        }
        assertThat(shop.approvals(payment.id())).isEqualTo(1);
    }

    @Test
    void aBrowserThatDisconnectsAbortsNothing() throws Exception {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        long held = shop.kakaoPay()
                .fault(Fault.of(Endpoint.APPROVE, FaultKind.HOLD_BEFORE_EFFECT).forOrder(payment.id()));
        try (java.net.Socket browser = new java.net.Socket("localhost", io.restassured.RestAssured.port)) {
            String path = returnUrl.substring(TestEnvironment.PUBLIC_BASE.length());
            browser.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                            .getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            Awaitility.await().until(() -> shop.kakaoPay().holding(held));
        }
        shop.kakaoPay().release(held);
        Awaitility.await().until(() -> !Db.status(payment.id()).equals("APPROVING"));
        assertThat(com.coworkpay.payment.settlement.Worker.check(payment.id())).isIn("PAID", "UNKNOWN");
        assertThat(shop.calls(payment.id(), Endpoint.APPROVE)).isEqualTo(1);
    }

    @Test
    void twoPaymentsOfOnePayableApprovedAtOnceAreOnePayment() throws Exception {
        String booking = "b-" + UUID.randomUUID();
        PendingPayment first = shop.begin(booking);
        String firstBack = shop.pay(first);
        // A newer attempt supersedes an older one; bring the older one back, as a race of two initiations leaves them.
        PendingPayment second = shop.begin(booking);
        String secondBack = shop.pay(second);
        Db.update("alter table payment disable trigger payment_transitions");
        Db.move(
                first.id(),
                "status = 'WAITING', version = version + 1, next_check_at = expires_at, reason = null, canceled_at = null");
        Db.update("alter table payment enable trigger payment_transitions");
        List<String> backs = List.of(firstBack, secondBack);
        List<String> statuses = Concurrently.all(backs.stream()
                .<Callable<String>>map(back -> () -> TestShop.statusAt(TestShop.visit(back)))
                .toList());
        assertThat(statuses).contains("SUCCEEDED");
        assertThat(shop.approvals(first.id()) + shop.approvals(second.id())).isEqualTo(1);
        // The second one returns again: canceled without a call, as the payable is paid.
        backs.forEach(TestShop::visit);
        assertThat(List.of(Db.status(first.id()), Db.status(second.id())))
                .containsExactlyInAnyOrder("PAID", "CANCELED");
        assertThat(Db.text("select reason from payment where location_id = ? and status = 'CANCELED'", shop.location()))
                .isEqualTo("ALREADY_PAID");
        assertThat(shop.approvals(first.id()) + shop.approvals(second.id())).isEqualTo(1);
    }

    @Test
    void forgedSignaturesAndEmptyTokensChangeNothing() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        String before = row(payment);
        String token = returnUrl.substring(returnUrl.indexOf("pg_token="));
        String path = returnUrl.substring(0, returnUrl.indexOf('?'));
        String forged = path.replaceFirst("/return/([^/]+)/[^/]+/", "/return/$1/AAAAAAAAAAAAAAAAAAAAAA/");
        assertThat(TestShop.visit(forged + "?" + token).statusCode()).isEqualTo(404);
        PendingPayment other = shop.begin();
        String swapped = path.replace(payment.id(), other.id());
        assertThat(TestShop.visit(swapped + "?" + token).statusCode()).isEqualTo(404);
        for (String garbage : List.of(
                "",
                "?pg_token=",
                "?pg_token=%0d%0a",
                "?pg_token=a%20b",
                "?" + token + "&" + token,
                "?pg_token=" + "a".repeat(101),
                "?status=SUCCEEDED")) {
            assertThat(TestShop.statusAt(TestShop.visit(path + garbage)))
                    .as(garbage)
                    .isEqualTo("PENDING");
        }
        assertThat(row(payment)).isEqualTo(before);
        assertThat(shop.calls(payment.id(), Endpoint.APPROVE)).isZero();
    }

    @Test
    void aForgedTokenIsDeclinedAndTheRightOneStillSucceeds() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        String forged = returnUrl.substring(0, returnUrl.indexOf('?')) + "?pg_token=deadbeefdeadbeefdead";
        assertThat(TestShop.statusAt(TestShop.visit(forged))).isEqualTo("PENDING");
        assertThat(Db.text("select pg_token from payment where id = ?::uuid", payment.id()))
                .isEqualTo("null");
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("SUCCEEDED");
        assertThat(shop.approvals(payment.id())).isEqualTo(1);
    }

    @Test
    void fiveSoftDeclinesAreTheEnd() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        String forged = returnUrl.substring(0, returnUrl.indexOf('?')) + "?pg_token=deadbeefdeadbeefdead";
        for (int i = 0; i < 4; i++) {
            assertThat(TestShop.statusAt(TestShop.visit(forged))).isEqualTo("PENDING");
        }
        assertThat(TestShop.statusAt(TestShop.visit(forged))).isEqualTo("FAILED");
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("FAILED");
        assertThat(shop.approvals(payment.id())).isZero();
    }

    @Test
    void successAfterACancelVisitIsNeverApproved() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl.replaceFirst("/approved.*", "/canceled"))))
                .isEqualTo("CANCELED");
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("CANCELED");
        assertThat(shop.calls(payment.id(), Endpoint.APPROVE)).isZero();
        assertThat(Db.text("select reason from payment where id = ?::uuid", payment.id()))
                .isEqualTo("PAYER_ABORTED");
    }

    @Test
    void aCancelVisitDuringTheApprovalChangesNothing() throws Exception {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        long held = shop.kakaoPay()
                .fault(Fault.of(Endpoint.APPROVE, FaultKind.HOLD_BEFORE_EFFECT).forOrder(payment.id()));
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<String> first = other.submit(() -> TestShop.statusAt(TestShop.visit(returnUrl)));
            Awaitility.await().until(() -> shop.kakaoPay().holding(held));
            assertThat(TestShop.statusAt(TestShop.visit(returnUrl.replaceFirst("/approved.*", "/canceled"))))
                    .isEqualTo("PROCESSING");
            shop.kakaoPay().release(held);
            first.get();
        }
        assertThat(Db.status(payment.id())).isIn("PAID", "UNKNOWN");
    }

    @Test
    void aLateVisitIsNotApproved() {
        PendingPayment payment = shop.begin();
        String returnUrl = shop.pay(payment);
        Db.move(payment.id(), "expires_at = now() - interval '1 second'");
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("PENDING");
        assertThat(shop.calls(payment.id(), Endpoint.APPROVE)).isZero();
    }

    @Test
    void aDeclinedCardIsAFailedPaymentAndFreesTheSlot() {
        String booking = "b-" + UUID.randomUUID();
        PendingPayment payment = shop.begin(booking);
        String returnUrl = shop.pay(payment);
        shop.kakaoPay().fault(Fault.code(Endpoint.APPROVE, -780, "0002").forOrder(payment.id()));
        assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("FAILED");
        PendingPayment again = shop.begin(booking);
        assertThat(TestShop.statusAt(TestShop.visit(shop.pay(again)))).isEqualTo("SUCCEEDED");
    }

    @Test
    void theRedirectIsNotCachedAndSendsNoReferrer() {
        PendingPayment payment = shop.begin();
        Response sentOn = TestShop.visit(shop.pay(payment));
        assertThat(sentOn.header("Cache-Control")).isEqualTo("no-store");
        assertThat(sentOn.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void aPaidPaymentPublishesOneEventAndOneNotice() {
        PendingPayment payment = shop.begin();
        TestShop.visit(shop.pay(payment));
        ReceivedEvent paid = KafkaProbe.awaitEvent("payment.events", event -> isOf(event, payment, ".paid.v1"));
        assertThat(paid.data().path("status").asText()).isEqualTo("SUCCEEDED");
        assertThat(paid.data().path("totalKrw").asLong()).isEqualTo(22000);
        assertThat(paid.data().path("cid").asText()).isEqualTo(TestEnvironment.CID);
        ReceivedEvent notice = KafkaProbe.awaitEvent(
                "booking.notices",
                event -> event.data().path("paymentId").asText().equals(payment.id()));
        assertThat(notice.data().has("tid")).isFalse();
        assertThat(Db.number(
                        "select count(*) from outbox where aggregateid = ? and type like '%.paid.v1'", payment.id()))
                .isEqualTo(1);
    }

    private static boolean isOf(ReceivedEvent event, PendingPayment payment, String typeEnd) {
        return payment.id().equals(event.key()) && String.valueOf(event.type()).endsWith(typeEnd);
    }

    private static String row(PendingPayment payment) {
        return Db.text("select to_jsonb(p)::text from payment p where id = ?::uuid", payment.id());
    }
}
