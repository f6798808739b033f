package com.coworkpay.integration;

import static com.coworkpay.integration.Api.administratorOf;
import static com.coworkpay.integration.Api.check;
import static com.coworkpay.integration.Api.connect;
import static com.coworkpay.integration.Api.connectRequest;
import static com.coworkpay.integration.Api.disconnect;
import static com.coworkpay.integration.Api.newLocation;
import static com.coworkpay.integration.Api.settings;
import static com.coworkpay.integration.Api.view;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.platform.testkit.KafkaProbe;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Plays everything an administrator can do right and wrong, then looks for the keys in every place where they must
/// not be: answers, logs (at every level of ours), all tables, the topic.
@IntegrationServiceTest
class NoSecretLeaksTest {

    private final CapturedLog log = new CapturedLog();
    private final List<String> seen = new ArrayList<>();

    @BeforeEach
    void listen() {
        log.start();
    }

    @AfterEach
    void noFaults() {
        log.stop();
        KakaoPaySimulator.control().clearFaults();
    }

    @Test
    void noKeyIsSeenAnywhereButInTheHandOver() {
        String location = newLocation();
        TestMerchant first = TestMerchant.withSecretKey();
        String wrong = TestMerchant.newKey();
        see(connect(location, connectRequest("SECRET_KEY", wrong, first.cid())));
        see(connect(location, connectRequest("SECRET_KEY", "SECRET_KEY " + wrong, first.cid())));
        see(connect(location, connectRequest("SECRET_KEY", wrong + " " + wrong, first.cid())));
        see(administratorOf(location)
                .body("{\"credentialKind\":\"SECRET_KEY\",\"cid\":1,\"key\":\"" + wrong + "\",\"x\":\"" + wrong + "\"}")
                .put("/v1/locations/{id}/kakaopay/connection", location));
        see(administratorOf(location)
                .body("{\"credentialKind\":\"" + wrong + "\",\"key\":{\"" + wrong + "\":1}")
                .put("/v1/locations/{id}/kakaopay/connection", location));
        KakaoPaySimulator.control().fault(Fault.of(Endpoint.READY, FaultKind.MALFORMED_BODY));
        see(connect(location, first));
        see(connect(location, first).then().statusCode(200).extract().response());
        see(view(location));
        see(check(location));
        TestMerchant rotated = TestMerchant.withSecretKey(first.cid());
        see(check(location));
        see(connect(location, rotated).then().statusCode(200).extract().response());
        see(settings(location, "{\"automaticRefunds\":false}"));
        String account = view(location).path("accountId");
        Api.credential(account).then().statusCode(200);
        Api.bookingSystem()
                .get("/internal/accounts/{id}/credential", account)
                .then()
                .statusCode(403);
        see(disconnect(location));
        KafkaProbe.awaitEvents("integration.events", event -> location.equals(event.key()), 7);

        for (String secret : List.of(first.key(), rotated.key(), wrong)) {
            assertThat(seen).isNotEmpty().allSatisfy(answer -> assertThat(answer)
                    .doesNotContain(secret));
            assertThat(log.text()).contains(location).doesNotContain(secret);
            assertThat(everyRow())
                    .contains(location)
                    .doesNotContainIgnoringCase(secret)
                    .doesNotContainIgnoringCase(hex(secret));
            assertThat(KafkaProbe.eventsOf("integration.events").toString()).doesNotContain(secret);
        }
    }

    private void see(Response response) {
        seen.add(response.getStatusLine()
                + response.getHeaders()
                + response.getBody().asString());
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8)).toLowerCase(Locale.ROOT);
    }

    private static String everyRow() {
        var rows = new StringBuilder();
        for (String table :
                Db.column("select table_name from information_schema.tables where table_schema = 'public'")) {
            Db.column("select t::text from \"" + table + "\" t")
                    .forEach(row -> rows.append(row).append('\n'));
        }
        return rows.toString();
    }
}
