package com.coworkpay.payment.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.EventJson;
import com.coworkpay.contracts.PaymentNoticeV1;
import com.coworkpay.contracts.PaymentStateV1;
import com.coworkpay.contracts.RefundStateV1;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.ContractSchema;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.ReceivedEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Published events fit the schemas in docs/contracts and the records of the contracts, and AsyncAPI names all of them.
@PaymentServiceTest
class EventSchemasTest {

    private static final Path CONTRACTS = Path.of("..", "docs", "contracts");

    private static JsonSchema schema(String file) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(CONTRACTS.resolve("schemas").resolve(file)));
    }

    @Test
    void everyEventAndNoticeFitsItsSchemaAndIsInTheCatalogue() throws IOException {
        TestShop shop = TestShop.open();
        PendingPayment paid = shop.begin();
        TestShop.visit(shop.pay(paid));
        PendingPayment canceled = shop.begin();
        TestShop.visit(shop.pay(canceled).replaceFirst("/approved.*", "/canceled"));
        PendingPayment failed = shop.begin();
        String returnUrl = shop.pay(failed);
        shop.kakaoPay().fault(Fault.code(Endpoint.APPROVE, -780, "0002").forOrder(failed.id()));
        TestShop.visit(returnUrl);
        PendingPayment unsettled = shop.begin();
        returnUrl = shop.pay(unsettled);
        shop.kakaoPay().fault(Fault.of(Endpoint.APPROVE, FaultKind.WRONG_AMOUNT).forOrder(unsettled.id()));
        TestShop.visit(returnUrl);

        JsonObject fullDay = TestShop.booking("b-" + UUID.randomUUID());
        fullDay.getJsonObject("payable")
                .put("resourceType", "DESK")
                .put("day", "2026-12-01")
                .remove("startAt");
        fullDay.put("policy", tiered());
        JsonObject invoice = TestShop.booking("b-1");
        invoice.put("payable", new JsonObject().put("type", "INVOICE").put("id", "i-" + UUID.randomUUID()))
                .remove("policy");

        Set<String> ids = Set.of(
                paid.id(),
                canceled.id(),
                failed.id(),
                unsettled.id(),
                shop.initiate(fullDay).path("paymentId"),
                shop.initiate(invoice).path("paymentId"));
        List<ReceivedEvent> events = KafkaProbe.awaitEvents("payment.events", e -> ids.contains(e.key()), 10);
        List<ReceivedEvent> notices = KafkaProbe.awaitEvents(
                "booking.notices", e -> ids.contains(e.data().path("paymentId").asText()), 3);
        fit(schema("payment-state.v1.json"), events);
        fit(schema("booking-notice.v1.json"), notices);
        var ended = new HashMap<String, PaymentStateV1>();
        for (ReceivedEvent event : events) {
            PaymentStateV1 state = PaymentStateV1.read(ContractSchema.read(event.value()));
            assertWritten(state, event);
            ended.put(state.paymentId() + "/" + state.version(), state);
        }
        for (ReceivedEvent notice : notices) {
            String of = notice.data().path("paymentId").asText() + "/" + notice.version();
            assertWritten(noticeOf(Objects.requireNonNull(ended.get(of))), notice);
        }
        assertThat(events.stream().map(ReceivedEvent::type).distinct())
                .containsExactlyInAnyOrder(
                        "coworkpay.payment.initiated.v1",
                        "coworkpay.payment.paid.v1",
                        "coworkpay.payment.canceled.v1",
                        "coworkpay.payment.failed.v1",
                        "coworkpay.payment.unsettled.v1");
    }

    /// What was published is what the record writes, all members of it.
    private static void assertWritten(Record data, ReceivedEvent event) {
        assertThat(ContractSchema.read(EventJson.write(data))).isEqualTo(ContractSchema.read(event.value()));
    }

    private static PaymentNoticeV1 noticeOf(PaymentStateV1 state) {
        return new PaymentNoticeV1(
                state.paymentId(),
                state.version(),
                state.locationId(),
                new RefundStateV1.Payable(
                        state.payable().type(), state.payable().id()),
                state.status(),
                state.reason(),
                state.totalKrw(),
                state.live(),
                Stream.of(state.approvedAt(), state.failedAt(), state.canceledAt())
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElseThrow());
    }

    private static JsonObject tiered() {
        return new JsonObject()
                .put("kind", "TIERED")
                .put(
                        "tiers",
                        new JsonArray()
                                .add(new JsonObject().put("before", "P2D").put("percent", 100))
                                .add(new JsonObject().put("before", "PT4H").put("percent", 50)));
    }

    private static void fit(JsonSchema schema, List<ReceivedEvent> events) throws IOException {
        String catalogue = Files.readString(CONTRACTS.resolve("asyncapi.yaml"));
        for (ReceivedEvent event : events) {
            JsonNode data = event.data();
            assertThat(schema.validate(data)).as(data.toString()).isEmpty();
            assertThat(event.version()).isEqualTo(data.path("version").asLong());
            assertThat(catalogue).containsPattern("name: " + Pattern.quote(String.valueOf(event.type())) + "\n");
            assertThat(event.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        }
    }
}
