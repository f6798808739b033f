package com.coworkpay.reporting.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.reporting.support.PaymentEvent;
import com.coworkpay.reporting.support.RefundEvent;
import com.coworkpay.reporting.support.TestLocation;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What the tests send as the other services fits the schemas in docs/contracts.
class EventSchemasTest {

    private static final Path SCHEMAS = Path.of("..", "docs", "contracts", "schemas");
    private static final Instant AT = Instant.parse("2026-05-04T03:02:01Z");

    @Test
    void theTestsSpeakAsTheServicesDo() throws IOException {
        PaymentEvent begun = PaymentEvent.begun("gangnam", AT, 10_000, 1_000);
        PaymentEvent paid = begun.paid(AT);
        for (PaymentEvent each :
                List.of(begun, paid, begun.canceled(AT), begun.canceled(AT).overpaid(AT), paid.test())) {
            fits("payment-state.v1.json", each.state());
        }
        RefundEvent requested = RefundEvent.of(paid).requested(5_000, AT);
        RefundEvent part = requested.succeeded(AT);
        for (RefundEvent each : List.of(
                requested,
                part,
                requested.failed(AT),
                part.requestedRest(AT),
                part.requestedRest(AT).succeeded(AT))) {
            fits("refund-state.v1.json", each.state());
        }
        fits("location-state.v1.json", TestLocation.nowhere().state("Asia/Seoul", "ko", 1));
    }

    private static void fits(String file, JsonObject state) throws IOException {
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                        .getSchema(Files.readString(SCHEMAS.resolve(file)))
                        .validate(new ObjectMapper().readTree(state.encode())))
                .as(state.encodePrettily())
                .isEmpty();
    }
}
