package com.coworkpay.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.payment.kakaopay.PartnerUserId;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestEnvironment;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.TestIdentity;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Payers are who their issuer says they are; KakaoPay is sent something else, and always the same.
@PaymentServiceTest
class SubjectsTest {

    private final TestShop shop = TestShop.open();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth0|64f1a2b3c4d5e6f708192a3b",
                "google-oauth2|103547991597142817347",
                "_nMkxQ2J9x-7",
                "-AAAAbZ_0",
                "c3ViamVjdA==",
                "member@example.com",
                "CN=Kim Minji,OU=Gangnam",
                "1"
            })
    void aSubjectOfAnyIssuerPaysAndReadsItsPayment(String subject) {
        var request = TestShop.booking("b-" + UUID.randomUUID())
                .put("payerId", subject)
                .put("ownerId", subject);
        var answer = shop.initiate(request);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        PendingPayment payment = new PendingPayment(answer.path("paymentId"), answer.path("redirectUrl"));
        assertThat(TestShop.statusAt(TestShop.visit(shop.pay(payment)))).isEqualTo("SUCCEEDED");
        String told = Db.text("select partner_user_id from payment where id = ?::uuid", payment.id());
        assertThat(told).isEqualTo(PartnerUserId.of(subject)).hasSize(43).matches("[A-Za-z0-9_-]+");
        if (subject.length() > 2) {
            assertThat(told).doesNotContain(subject);
        }
        var seen = given().auth()
                .oauth2(TestIdentity.token(subject).sign())
                .get("/v1/locations/{l}/payments/{p}", shop.location(), payment.id());
        assertThat(seen.statusCode()).isEqualTo(200);
        assertThat(seen.<String>path("payerId")).isEqualTo(subject);
    }

    @Test
    void aSubjectHas255AsciiCharactersAtMost() {
        assertThat(shop.initiate(TestShop.booking("b-" + UUID.randomUUID()).put("payerId", "x".repeat(255)))
                        .statusCode())
                .isEqualTo(201);
        for (String odd : new String[] {"x".repeat(256), "", " x", "x ", "\u00e9", "a\u0000b", "a\nb", "결제자"}) {
            var refused =
                    shop.initiate(TestShop.booking("b-" + UUID.randomUUID()).put("payerId", odd));
            assertThat(refused.statusCode()).as(odd).isEqualTo(400);
            assertThat(refused.<String>path("field")).isEqualTo("payerId");
        }
    }

    /// A roll between ready and approve: the row of a process from before says nothing, or says the payer's own id.
    @ParameterizedTest
    @ValueSource(strings = {"null", "payer_id"})
    void aPaymentThatBeganBeforeIsApprovedWithWhatKakaoPayWasToldThen(String stored) {
        PendingPayment payment = shop.begin();
        String signed = shop.pay(payment).replaceFirst("pg_token=.*", "pg_token=");
        Response asBefore = readyAsBefore(payment.id(), "payer-1");
        String back = shop.kakaoPay().pay(asBefore.path("next_redirect_mobile_url"), Method.MONEY);
        Db.move(payment.id(), "tid = '" + asBefore.path("tid") + "', partner_user_id = " + stored);
        String token = back.replaceFirst(".*pg_token=", "");
        assertThat(TestShop.statusAt(TestShop.visit(signed + token))).isEqualTo("SUCCEEDED");
        assertThat(shop.approvals(payment.id())).isEqualTo(1);
    }

    private static Response readyAsBefore(String paymentId, String payerId) {
        Response ready = given().baseUri(TestEnvironment.simulatorUrl())
                .port(URI.create(TestEnvironment.simulatorUrl()).getPort())
                .header("Authorization", "SECRET_KEY " + TestEnvironment.KEY)
                .contentType("application/json")
                .body(new JsonObject()
                        .put("cid", TestEnvironment.CID)
                        .put("partner_order_id", paymentId)
                        .put("partner_user_id", payerId)
                        .put("item_name", "회의실 A")
                        .put("quantity", 1)
                        .put("total_amount", 22000)
                        .put("tax_free_amount", 0)
                        .put("approval_url", TestEnvironment.PUBLIC_BASE + "/a")
                        .put("cancel_url", TestEnvironment.PUBLIC_BASE + "/c")
                        .put("fail_url", TestEnvironment.PUBLIC_BASE + "/f")
                        .encode())
                .post("/online/v1/payment/ready");
        assertThat(ready.statusCode()).as(ready.asString()).isEqualTo(200);
        return ready;
    }

    @Test
    void theMappingNeverChanges() {
        assertThat(PartnerUserId.of("jisoo"))
                .isEqualTo(PartnerUserId.of("jisoo"))
                .isNotEqualTo(PartnerUserId.of("jisoo "));
    }
}
