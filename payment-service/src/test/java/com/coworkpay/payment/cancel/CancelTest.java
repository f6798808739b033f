package com.coworkpay.payment.cancel;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.payment.support.Concurrently;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.TestIdentity;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/// A payment that nobody has paid is canceled by its payer, by the portal, or by a person of the location.
@PaymentServiceTest
class CancelTest {

    private final TestShop shop = TestShop.open();

    private Response cancel(TestIdentity.Token token, String id) {
        return given().auth().oauth2(token.sign()).post("/v1/locations/{l}/payments/{p}/cancel", shop.location(), id);
    }

    private static TestIdentity.Token payer() {
        return TestIdentity.token("payer-1");
    }

    private static TestIdentity.Token portal() {
        return TestIdentity.token("portal").everywhere("payment:create");
    }

    private static void refused(Response answer, int status, String slug) {
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
        assertThat(answer.<String>path("type")).isEqualTo("urn:coworkpay:problem:" + slug);
    }

    @Test
    void whoeverMayCancelsItAndEverybodyIsToldWhy() {
        TestIdentity.Token person = TestIdentity.token("minji").at(shop.location(), "payment:resolve");
        for (TestIdentity.Token token : List.of(payer(), portal(), person)) {
            PendingPayment payment = shop.begin();
            String returnUrl = shop.pay(payment);
            Response canceled = cancel(token, payment.id());
            assertThat(canceled.statusCode()).as(canceled.asString()).isEqualTo(200);
            assertThat(canceled.<String>path("status")).isEqualTo("CANCELED");
            assertThat(canceled.<String>path("reason")).isIn("PAYER_ABORTED", "CANCELED_BY_LOCATION");
            assertThat(canceled.<String>path("reasonText.ko")).isNotBlank();
            String told = canceled.path("reason");
            // Again: nothing changes, and nothing is told.
            Response again = cancel(token, payment.id());
            assertThat(again.asString()).isEqualTo(canceled.asString());
            assertThat(TestShop.statusAt(TestShop.visit(returnUrl))).isEqualTo("CANCELED");
            assertThat(shop.calls(payment.id(), Endpoint.APPROVE)).isZero();
            KafkaProbe.awaitEvent(
                    "payment.events",
                    event -> payment.id().equals(event.key())
                            && "coworkpay.payment.canceled.v1".equals(event.type())
                            && event.data().path("reason").asText().equals(told));
        }
    }

    @Test
    void thePayersReasonIsTheirs() {
        assertThat(cancel(payer(), shop.begin().id()).<String>path("reason")).isEqualTo("PAYER_ABORTED");
        assertThat(cancel(portal(), shop.begin().id()).<String>path("reason")).isEqualTo("CANCELED_BY_LOCATION");
    }

    @Test
    void oneThatKakaoPayHasNotAnsweredForIsCanceledToo() {
        String key = "k-" + UUID.randomUUID();
        shop.kakaoPay().fault(Fault.of(Endpoint.READY, FaultKind.STATUS_AFTER));
        shop.initiate(key, TestShop.booking("b-" + key));
        String id = Db.text("select id from payment where idempotency_key = ?", key);
        assertThat(Db.status(id)).isEqualTo("CREATED");
        assertThat(cancel(portal(), id).statusCode()).isEqualTo(200);
        assertThat(Db.status(id)).isEqualTo("CANCELED");
        refused(shop.initiate(key, TestShop.booking("b-" + key)), 409, "payment-ended");
    }

    @Test
    void whatIsPaidOrFailedOrCheckedIsSaid() {
        PendingPayment paid = shop.begin();
        TestShop.visit(shop.pay(paid));
        refused(cancel(portal(), paid.id()), 409, "payment-is-paid");
        PendingPayment unsettled = shop.begin();
        String returnUrl = shop.pay(unsettled);
        shop.kakaoPay().fault(Fault.of(Endpoint.APPROVE, FaultKind.STATUS_AFTER).forOrder(unsettled.id()));
        TestShop.visit(returnUrl);
        Response wait = cancel(payer(), unsettled.id());
        refused(wait, 409, "payment-is-being-checked");
        assertThat(wait.header("Retry-After")).isNotNull();
        PendingPayment failed = shop.begin();
        returnUrl = shop.pay(failed);
        shop.kakaoPay().fault(Fault.code(Endpoint.APPROVE, -780, "0002").forOrder(failed.id()));
        TestShop.visit(returnUrl);
        refused(cancel(portal(), failed.id()), 409, "payment-has-failed");
        assertThat(Db.status(paid.id())).isEqualTo("PAID");
        assertThat(Db.status(unsettled.id())).isEqualTo("UNKNOWN");
    }

    @Test
    void othersMayNot() {
        String id = shop.begin().id();
        refused(cancel(TestIdentity.token("payer-2"), id), 404, "not-found");
        refused(cancel(TestIdentity.token("minji").at(shop.location(), "payment:read"), id), 403, "forbidden");
        TestShop other = TestShop.open();
        refused(cancel(TestIdentity.token("minji").at(other.location(), "payment:resolve"), id), 404, "not-found");
        refused(cancel(portal(), UUID.randomUUID().toString()), 404, "not-found");
        refused(cancel(portal(), "x"), 404, "not-found");
        assertThat(given().post("/v1/locations/{l}/payments/{p}/cancel", shop.location(), id)
                        .statusCode())
                .isEqualTo(401);
        assertThat(Db.status(id)).isEqualTo("WAITING");
    }

    /// Paid or canceled, whichever comes first, and never both.
    @Test
    void aCancellationBesideAnApprovalIsOneOfBoth() throws Exception {
        for (int i = 0; i < 8; i++) {
            PendingPayment payment = shop.begin();
            String returnUrl = shop.pay(payment);
            List<Callable<Integer>> both = new ArrayList<>();
            both.add(() -> cancel(payer(), payment.id()).statusCode());
            both.add(() -> TestShop.visit(returnUrl).statusCode());
            int canceled = Concurrently.all(both).getFirst();
            assertThat(Db.status(payment.id())).isEqualTo(canceled == 200 ? "CANCELED" : "PAID");
            assertThat(shop.approvals(payment.id())).isEqualTo(canceled == 200 ? 0 : 1);
        }
    }
}
