package com.coworkpay.refund.contract;

import static io.restassured.RestAssured.given;

import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.platform.testkit.contract.ContractDriver;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Every endpoint of the committed description, with right, odd and random input.
@RefundServiceTest
class ContractTest {

    @Test
    void everyEndpointKeepsItsContract() {
        TestLocation place = TestLocation.open();
        TestPayment canceled = place.pay();
        JsonObject cancellation = place.cancellation(canceled, Instant.parse("2030-01-09T00:00:00Z"));
        place.cancel(cancellation);
        TestLocation.untilRefund(TestLocation.refundId(canceled), "SUCCEEDED");
        TestPayment paid = place.pay();
        String batch = batch(place);
        AtomicInteger turns = new AtomicInteger();
        ContractDriver.of("refund-service")
                .as(TestIdentity.token("minji")
                        .everywhere(
                                "dead-letter:manage",
                                "payment:create",
                                "payment:read",
                                "refund:create",
                                "refund:approve",
                                "payment:resolve",
                                "refund:resolve",
                                "schedule:manage",
                                "booking:manage"))
                .as(TestIdentity.token("payer-1"))
                .as(TestIdentity.token("hyun").at(place.location(), "report:read"))
                .known("locationId", place::location)
                .known("paymentId", () -> turns.getAndIncrement() % 2 == 0 ? paid.id() : canceled.id())
                .known("refundId", () -> TestLocation.refundId(canceled))
                .known("batchId", () -> batch)
                .known("cancellationId", () -> cancellation.getString("cancellationId"))
                .body("requestRefund", () -> new JsonObject()
                        .put("amountKrw", 100)
                        .put("balanceKrw", 22000)
                        .put("reason", "OTHER")
                        .put("note", "한 줄")
                        .encode())
                .body("startRefundBatch", () -> new JsonObject()
                        .put("eventId", "event-" + turns.get())
                        .put("note", "한 줄")
                        .encode())
                .body("cancelBooking", () -> place.cancellation(canceled, Instant.now())
                        .encode())
                .drive();
    }

    private static String batch(TestLocation place) {
        return given().auth()
                .oauth2(TestIdentity.token("minji")
                        .at(place.location(), "refund:create")
                        .sign())
                .header("Idempotency-Key", "contract-" + place.location())
                .contentType("application/json")
                .body("{\"day\": \"2030-01-10\"}")
                .post("/v1/locations/{l}/refund-batches", place.location())
                .path("batchId");
    }
}
