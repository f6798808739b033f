package com.coworkpay.payment;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.TestIdentity;
import io.restassured.response.Response;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Nobody sees another location's payments, and a payer only their own.
@PaymentServiceTest
class FindPaymentTest {

    private final TestShop shop = TestShop.open();

    private static Response get(TestIdentity.Token token, String location, String id) {
        return given().auth().oauth2(token.sign()).get("/v1/locations/{location}/payments/{id}", location, id);
    }

    @Test
    void whoMaySeeItSeesItWhole() {
        PendingPayment payment = shop.begin();
        TestShop.visit(shop.pay(payment));
        Response response =
                get(TestIdentity.token("minji").at(shop.location(), "payment:read"), shop.location(), payment.id());
        assertThat(response.statusCode()).as(response.asString()).isEqualTo(200);
        assertThat(response.<String>path("createdAt")).matches("[-0-9]+T[:0-9]+\\.[0-9]{3}Z");
        assertThat(response.<String>path("status")).isEqualTo("SUCCEEDED");
        assertThat(response.<String>path("method")).isEqualTo("MONEY");
        assertThat(response.<String>path("payable.startAt")).isEqualTo("2026-12-01T00:00:00.000Z");
        assertThat(response.<Integer>path("refundedKrw")).isZero();
        assertThat(response.header("Cache-Control")).isEqualTo("no-store");
        assertThat(get(TestIdentity.token("portal").everywhere("payment:create"), shop.location(), payment.id())
                        .statusCode())
                .isEqualTo(200);
        assertThat(get(TestIdentity.token("payer-1"), shop.location(), payment.id())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void whoHoldsAnotherPermissionThereIsForbiddenWhetherItExistsOrNot() {
        PendingPayment payment = shop.begin();
        for (String id : new String[] {payment.id(), UUID.randomUUID().toString()}) {
            Response refused =
                    get(TestIdentity.token("minji").at(shop.location(), "integration:manage"), shop.location(), id);
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.<String>path("type")).isEqualTo("urn:coworkpay:problem:forbidden");
        }
        assertThat(get(TestIdentity.token("payer-1").at(shop.location(), "report:read"), shop.location(), payment.id())
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void forEverybodyElseItDoesNotExist() {
        PendingPayment payment = shop.begin();
        TestShop other = TestShop.open();
        assertThat(get(TestIdentity.token("payer-2"), shop.location(), payment.id())
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(TestIdentity.token("minji").at(other.location(), "payment:read"), shop.location(), payment.id())
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(TestIdentity.token("minji").at(other.location(), "payment:read"), other.location(), payment.id())
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(
                                TestIdentity.token("minji").at(shop.location(), "payment:read"),
                                shop.location(),
                                UUID.randomUUID().toString())
                        .statusCode())
                .isEqualTo(404);
        assertThat(get(TestIdentity.token("minji").at(shop.location(), "payment:read"), shop.location(), "1' or '1'='1")
                        .statusCode())
                .isEqualTo(404);
        assertThat(given().get("/v1/locations/{l}/payments/{p}", shop.location(), payment.id())
                        .statusCode())
                .isEqualTo(401);
    }
}
