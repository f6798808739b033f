package com.coworkpay.refund.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.ReceivedEvent;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// What is really sent fits the schemas in docs/contracts, and so does what the tests send as the booking system.
@RefundServiceTest
class EventSchemasTest {

    private static final Path SCHEMAS = Path.of("..", "docs", "contracts", "schemas");
    private static final Instant IN_TIME = Instant.parse("2030-01-09T00:00:00Z");

    @Test
    void everyEventAndNoticeFitsItsSchema() throws IOException {
        TestLocation place = TestLocation.open();
        TestPayment refunded = place.pay();
        place.cancel(place.cancellation(refunded, IN_TIME));
        TestPayment declined = place.pay();
        place.cancel(place.cancellation(declined, IN_TIME.plusSeconds(1)));
        TestPayment failed = place.pay();
        place.kakaoPay().fault(Fault.code(Endpoint.CANCEL, -781, "6019").forTid(failed.tid()));
        place.cancel(place.cancellation(failed, IN_TIME));
        TestPayment overpaid = place.pay(PaymentSpec.of("INVOICE").asOverpayment());
        TestLocation.notice(refunded, "refunded");
        TestLocation.notice(declined, "refund_declined");
        TestLocation.notice(failed, "refund_failed");
        TestLocation.notice(overpaid, "refunded");

        Set<String> ids = Set.of(refunded.id(), declined.id(), failed.id(), overpaid.id());
        List<ReceivedEvent> events = KafkaProbe.awaitEvents("refund.events", e -> ids.contains(e.key()), 7);
        assertThat(events).hasSize(7);
        fit("refund-state.v1.json", events);
        fit(
                "refund-notice.v1.json",
                KafkaProbe.awaitEvents(
                        "booking.notices",
                        e -> ids.contains(e.data().path("paymentId").asText()),
                        4));
        for (ReceivedEvent event : events) {
            JsonNode data = event.data();
            assertThat(data.path("refundedKrw").asLong()
                            + data.path("reservedKrw").asLong()
                            + data.path("balanceKrw").asLong())
                    .isEqualTo(data.path("totalKrw").asLong());
        }
    }

    /// Nothing personal and no secret leaves by a topic.
    @Test
    void noNoteNoPayerNoAccountLeaves() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay();
        place.cancel(place.cancellation(paid, IN_TIME));
        TestLocation.untilRefund(TestLocation.refundId(paid), "SUCCEEDED");
        for (String text : List.of(
                TestLocation.event(paid, "succeeded").value(),
                TestLocation.notice(paid, "refunded").value())) {
            assertThat(text).doesNotContain("payer-1", "owner-1", paid.tid(), place.account(), "SECRETKEY");
        }
        assertThat(Db.number("select count(*) from outbox where payload::text like '%payer-1%'"))
                .isZero();
    }

    @Test
    void whatTheBookingSystemSendsFitsItsSchemas() throws IOException {
        TestLocation place = TestLocation.nowhere();
        TestPayment paid = place.payUnpublished(PaymentSpec.of("SHOP_ORDER"));
        JsonObject order = place.cancellation(paid, IN_TIME).put("orderState", "NEW");
        assertThat(schema("booking-cancelled.v1.json").validate(json(order))).isEmpty();
        JsonObject move = new JsonObject()
                .put("locationId", place.location())
                .put("payable", new JsonObject().put("type", "BOOKING").put("id", "b"))
                .put("movedAt", IN_TIME.toString())
                .put("day", "2030-01-01");
        assertThat(schema("booking-moved.v1.json").validate(json(move))).isEmpty();
        assertThat(schema("booking-moved.v1.json").validate(json(move.put("startAt", IN_TIME.toString()))))
                .isNotEmpty();
    }

    private static void fit(String file, List<ReceivedEvent> events) throws IOException {
        JsonSchema schema = schema(file);
        String catalogue = Files.readString(SCHEMAS.resolve("..").resolve("asyncapi.yaml"));
        for (ReceivedEvent event : events) {
            JsonNode data = event.data();
            assertThat(schema.validate(data)).as(data.toString()).isEmpty();
            assertThat(event.version()).isEqualTo(data.path("version").asLong());
            assertThat(catalogue)
                    .containsPattern("name: " + Pattern.quote(String.valueOf(event.type()))
                            + "\n(      summary: .*\n)?      headers: .*\n(      bindings: .*\n)?"
                            + "      payload: \\{ \\$ref: 'schemas/"
                            + Pattern.quote(file) + "' \\}\n");
            assertThat(event.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        }
    }

    private static JsonNode json(JsonObject object) throws IOException {
        return new ObjectMapper().readTree(object.encode());
    }

    private static JsonSchema schema(String file) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(SCHEMAS.resolve(file)));
    }
}
