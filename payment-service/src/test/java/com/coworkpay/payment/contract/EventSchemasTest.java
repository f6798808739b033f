package com.coworkpay.payment.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.payment.support.TestShop.PendingPayment;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.ReceivedEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Published events fit the schemas in docs/contracts, and AsyncAPI names all of them.
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

        Set<String> ids = Set.of(paid.id(), canceled.id(), failed.id(), unsettled.id());
        List<ReceivedEvent> events = KafkaProbe.awaitEvents("payment.events", e -> ids.contains(e.key()), 8);
        List<ReceivedEvent> notices = KafkaProbe.awaitEvents(
                "booking.notices", e -> ids.contains(e.data().path("paymentId").asText()), 3);
        fit(schema("payment-state.v1.json"), events);
        fit(schema("booking-notice.v1.json"), notices);
        assertThat(events.stream().map(ReceivedEvent::type).distinct())
                .containsExactlyInAnyOrder(
                        "coworkpay.payment.initiated.v1",
                        "coworkpay.payment.paid.v1",
                        "coworkpay.payment.canceled.v1",
                        "coworkpay.payment.failed.v1",
                        "coworkpay.payment.unsettled.v1");
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
