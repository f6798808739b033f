package com.coworkpay.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.kakaopay.PartnerUserId;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.TestIdentity;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Payers are the subjects of their issuers; KakaoPay gets a digest, always the same for the same payer.
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
        String stored = Db.text("select partner_user_id from payment where id = ?::uuid", payment.id());
        assertThat(stored).isEqualTo(PartnerUserId.of(subject)).hasSize(43).matches("[A-Za-z0-9_-]+");
        if (subject.length() > 2) {
            assertThat(stored).doesNotContain(subject);
        }
        var found = given().auth()
                .oauth2(TestIdentity.token(subject).sign())
                .get("/v1/locations/{l}/payments/{p}", shop.location(), payment.id());
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.<String>path("payerId")).isEqualTo(subject);
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

    @Test
    void theMappingNeverChanges() {
        assertThat(PartnerUserId.of("jisoo"))
                .isEqualTo(PartnerUserId.of("jisoo"))
                .isNotEqualTo(PartnerUserId.of("jisoo "));
    }
}
