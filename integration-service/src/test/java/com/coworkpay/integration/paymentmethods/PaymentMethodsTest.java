package com.coworkpay.integration.paymentmethods;

import static com.coworkpay.integration.Api.administratorOf;
import static com.coworkpay.integration.Api.as;
import static com.coworkpay.integration.Api.connected;
import static com.coworkpay.integration.Api.disconnect;
import static com.coworkpay.integration.Api.newLocation;
import static com.coworkpay.integration.Api.paymentMethods;
import static com.coworkpay.integration.Api.settings;
import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.coworkpay.integration.IntegrationServiceTest;
import com.coworkpay.platform.testkit.TestIdentity;
import org.junit.jupiter.api.Test;

@IntegrationServiceTest
class PaymentMethodsTest {

    @Test
    void offeredWhenConnectedAndSwitchedOn() {
        String location = connected().location();
        paymentMethods(location, "BOOKING")
                .then()
                .statusCode(200)
                .body("payableType", equalTo("BOOKING"))
                .body("offered", equalTo(true))
                .body("reasons", empty());
    }

    @Test
    void notConnectedAndDisconnectedAreTold() {
        String location = newLocation();
        paymentMethods(location, "BOOKING")
                .then()
                .body("offered", equalTo(false))
                .body("reasons.code", contains("NOT_CONNECTED"));
        var connected = connected();
        disconnect(connected.location());
        paymentMethods(connected.location(), "INVOICE").then().body("reasons.code", contains("NOT_CONNECTED"));
    }

    @Test
    void switchedOffIsToldInTheCallersLanguage() {
        String location = connected().location();
        settings(location, "{\"payables\":{\"BOOKING\":false}}");
        administratorOf(location)
                .header("Accept-Language", "ko-Kore-KR,en;q=0.8")
                .queryParam("payableType", "BOOKING")
                .get("/v1/locations/{id}/payment-methods", location)
                .then()
                .header("Content-Language", "ko")
                .body("offered", equalTo(false))
                .body("reasons.code", contains("SWITCHED_OFF"))
                .body("reasons.message", contains("이 지점은 이 항목에 카카오페이를 받지 않습니다."));
        paymentMethods(location, "INVOICE").then().body("offered", equalTo(true));
    }

    @Test
    void withoutATypeAllFiveAreTold() {
        String location = connected().location();
        settings(location, "{\"payables\":{\"SHOP_ORDER\":false}}");
        administratorOf(location)
                .get("/v1/locations/{id}/payment-methods", location)
                .then()
                .statusCode(200)
                .body("byPayableType.size()", equalTo(5))
                .body("byPayableType.BOOKING.offered", equalTo(true))
                .body("byPayableType.SHOP_ORDER.offered", equalTo(false));
    }

    @Test
    void anUnknownTypeIsNamed() {
        String location = connected().location();
        paymentMethods(location, "SERVICE").then().statusCode(400).body("field", equalTo("payableType"));
    }

    @Test
    void anyPermissionAtTheLocationIsEnough() {
        String location = connected().location();
        String path = "/v1/locations/" + location + "/payment-methods";
        given().get(path).then().statusCode(401);
        as(TestIdentity.token("jisoo")).get(path).then().statusCode(404);
        as(TestIdentity.token("x").at("elsewhere", "payment:create"))
                .get(path)
                .then()
                .statusCode(404);
        as(TestIdentity.token("portal").everywhere("payment:create"))
                .get(path)
                .then()
                .statusCode(200);
        as(TestIdentity.token("portal").everywhere("payment:create"))
                .get("/v1/locations/none-of-ours/payment-methods")
                .then()
                .statusCode(404);
    }
}
