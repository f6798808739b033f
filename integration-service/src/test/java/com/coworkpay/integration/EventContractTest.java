package com.coworkpay.integration;

import static com.coworkpay.integration.Api.check;
import static com.coworkpay.integration.Api.connect;
import static com.coworkpay.integration.Api.connected;
import static com.coworkpay.integration.Api.disconnect;
import static com.coworkpay.integration.Api.settings;
import static org.assertj.core.api.Assertions.assertThat;

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
import org.junit.jupiter.api.Test;

/// What is really published on `integration.events`, held against the contract.
@IntegrationServiceTest
class EventContractTest {

    private static final Path SCHEMA = Path.of("../docs/contracts/schemas/location-state.v1.json");

    @Test
    void everyChangeCarriesTheWholeStateAsTheContractSays() throws IOException {
        var connected = connected();
        String location = connected.location();
        settings(location, "{\"payables\":{\"BOOKING\":false},\"automaticRefunds\":false}");
        TestMerchant other = TestMerchant.withAdminKey();
        connect(location, other).then().statusCode(200);
        KakaoPaySimulator.control().revokeKey(other.key());
        check(location).then().statusCode(200);
        disconnect(location).then().statusCode(200);

        List<ReceivedEvent> events =
                KafkaProbe.awaitEvents("integration.events", event -> location.equals(event.key()), 6);
        assertThat(events.stream().map(event -> event.type() + "@" + event.version()))
                .containsExactly(
                        "coworkpay.location.changed.v1@1",
                        "coworkpay.integration.changed.v1@2",
                        "coworkpay.integration.changed.v1@3",
                        "coworkpay.integration.changed.v1@4",
                        "coworkpay.credential.check_failed.v1@5",
                        "coworkpay.integration.changed.v1@6");
        for (ReceivedEvent event : events) {
            assertThat(schema().validate(event.data())).as(event.value()).isEmpty();
            assertThat(event.data().path("version").asLong()).isEqualTo(event.version());
            assertThat(event.header("ce_source")).isEqualTo("/coworkpay/integration-service");
            assertThat(event.header("ce_subject")).isEqualTo(location);
            assertThat(event.header("traceparent")).matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
        }
        meansWhatHappened(
                connected, other, events.stream().map(ReceivedEvent::data).toList());
    }

    private static void meansWhatHappened(Api.Connected connected, TestMerchant other, List<JsonNode> states) {
        assertThat(states.get(0).path("kakaopay").isNull()).isTrue();
        assertThat(states.get(0).path("title").asText()).isEqualTo("강남점");
        JsonNode first = states.get(1).path("kakaopay");
        assertThat(first.path("status").asText()).isEqualTo("CONNECTED");
        assertThat(first.path("accountId").asText()).isEqualTo(connected.account());
        assertThat(first.at("/payables/BOOKING").asBoolean()).isTrue();
        assertThat(states.get(2).at("/kakaopay/payables/BOOKING").asBoolean()).isFalse();
        assertThat(states.get(2).at("/kakaopay/automaticRefunds").asBoolean()).isFalse();
        JsonNode second = states.get(3).path("kakaopay");
        assertThat(second.path("accounts").findValuesAsText("cid"))
                .containsExactly(connected.merchant().cid(), other.cid());
        assertThat(second.path("accounts").findValuesAsText("status")).containsExactly("RETIRED", "ACTIVE");
        assertThat(states.get(4).at("/kakaopay/lastCheck/result").asText()).isEqualTo("WRONG_KEY");
        JsonNode last = states.get(5).path("kakaopay");
        assertThat(last.path("status").asText()).isEqualTo("DISCONNECTED");
        assertThat(last.path("accountId").isNull()).isTrue();
        assertThat(last.path("accounts").findValuesAsText("status")).containsExactly("RETIRED", "DISCONNECTED");
    }

    @Test
    void theContractItselfRefusesWhatItDoesNotKnow() throws IOException {
        var mapper = new com.fasterxml.jackson.databind.ObjectMapper();
        assertThat(schema().validate(mapper.readTree("{}"))).isNotEmpty();
        assertThat(schema().validate(mapper.readTree("\"text\""))).isNotEmpty();
    }

    private static JsonSchema schema() throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(Files.readString(SCHEMA));
    }
}
