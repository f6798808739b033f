package com.coworkpay.integration.connection;

import static com.coworkpay.integration.Api.administratorOf;
import static com.coworkpay.integration.Api.as;
import static com.coworkpay.integration.Api.connected;
import static com.coworkpay.integration.Api.disconnect;
import static com.coworkpay.integration.Api.newLocation;
import static com.coworkpay.integration.Api.settings;
import static com.coworkpay.integration.Api.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.integration.Db;
import com.coworkpay.integration.IntegrationServiceTest;
import com.coworkpay.platform.testkit.TestIdentity;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@IntegrationServiceTest
class SettingsTest {

    @Test
    void whatIsNamedIsSetAndTheRestStays() {
        String location = connected().location();
        settings(location, "{\"payables\":{\"BOOKING\":false},\"automaticRefunds\":false}")
                .then()
                .statusCode(200)
                .header("ETag", "\"3\"")
                .body("payables.BOOKING", equalTo(false))
                .body("payables.EVENT_TICKET", equalTo(true))
                .body("automaticRefunds", equalTo(false));
        settings(location, "{\"payables\":{\"INVOICE\":false}}")
                .then()
                .statusCode(200)
                .body("payables.BOOKING", equalTo(false))
                .body("payables.INVOICE", equalTo(false))
                .body("automaticRefunds", equalTo(false));
        view(location).then().body("payables.INVOICE", equalTo(false));
        assertThat(Db.eventsOf(location)).last().isEqualTo("coworkpay.integration.changed.v1@4");
        assertThat(Db.column(
                        "select before::text || ' ' || after from audit where location_id = ? and action = 'SETTINGS_CHANGED' order by at",
                        location))
                .containsExactly(
                        "{\"BOOKING\": \"true\", \"automaticRefunds\": \"true\"}"
                                + " {\"BOOKING\": \"false\", \"automaticRefunds\": \"false\"}",
                        "{\"INVOICE\": \"true\"} {\"INVOICE\": \"false\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{}", "{\"payables\":{}}", "{\"payables\":{\"BOOKING\":true}}", "{\"automaticRefunds\":true}"})
    void theSameValuesMakeNoNewVersion(String body) {
        String location = connected().location();
        settings(location, body).then().statusCode(200).header("ETag", "\"2\"");
        assertThat(Db.eventsOf(location)).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"payables":{"SERVICE":true}}       | payables.SERVICE
                    {"payables":{"BOOKING":"true"}}     | payables.BOOKING
                    {"payables":{"BOOKING":1}}          | payables.BOOKING
                    {"payables":{"BOOKING":null}}       | payables.BOOKING
                    {"payables":[]}                     | payables
                    {"automaticRefunds":"yes"}          | automaticRefunds
                    {"automaticRefund":true}            | automaticRefund
                    """)
    void aWrongFieldIsNamed(String body, String field) {
        String location = connected().location();
        settings(location, body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field));
        assertThat(Db.versionOf(location)).isEqualTo(2);
    }

    @Test
    void anOlderVersionIsRefusedAndThePresentOneIsNot() {
        String location = connected().location();
        String path = "/v1/locations/" + location + "/kakaopay/settings";
        String body = "{\"automaticRefunds\":false}";
        administratorOf(location)
                .header("If-Match", "\"1\"")
                .body(body)
                .patch(path)
                .then()
                .statusCode(412);
        administratorOf(location)
                .header("If-Match", "W/\"2\"")
                .body(body)
                .patch(path)
                .then()
                .statusCode(412);
        administratorOf(location)
                .header("If-Match", "two")
                .body(body)
                .patch(path)
                .then()
                .statusCode(400)
                .body("field", equalTo("If-Match"));
        administratorOf(location)
                .header("If-Match", "\"2\"")
                .body(body)
                .patch(path)
                .then()
                .statusCode(200);
    }

    @Test
    void twoAdministratorsChangeTwoSwitchesAtOnceAndBothStay() throws Exception {
        String location = connected().location();
        var calls = new ArrayList<Callable<Integer>>();
        for (PayableType type : PayableType.values()) {
            calls.add(() -> settings(location, "{\"payables\":{\"" + type + "\":false}}")
                    .statusCode());
        }
        try (var threads = Executors.newFixedThreadPool(5)) {
            for (var status : threads.invokeAll(calls)) {
                assertThat(status.get()).isEqualTo(200);
            }
        }
        view(location)
                .then()
                .body("payables.values().any { it }", equalTo(false))
                .body("version", equalTo(7));
        assertThat(Db.eventsOf(location)).hasSize(7);
    }

    @Test
    void onlyAConnectedLocationHasSwitches() {
        String location = newLocation();
        settings(location, "{\"automaticRefunds\":false}")
                .then()
                .statusCode(409)
                .body("type", equalTo("urn:coworkpay:problem:not-connected"));
        var connected = connected();
        disconnect(connected.location());
        settings(connected.location(), "{\"automaticRefunds\":false}").then().statusCode(409);
    }

    @Test
    void aReaderMayNotChangeThem() {
        String location = connected().location();
        as(TestIdentity.token("x").at(location, "payment:read"))
                .body("{\"automaticRefunds\":false}")
                .patch("/v1/locations/{id}/kakaopay/settings", location)
                .then()
                .statusCode(403);
    }
}
