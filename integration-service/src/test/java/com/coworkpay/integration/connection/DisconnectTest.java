package com.coworkpay.integration.connection;

import static com.coworkpay.integration.Api.administratorOf;
import static com.coworkpay.integration.Api.connected;
import static com.coworkpay.integration.Api.credential;
import static com.coworkpay.integration.Api.disconnect;
import static com.coworkpay.integration.Api.newLocation;
import static com.coworkpay.integration.Api.view;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.coworkpay.integration.Db;
import com.coworkpay.integration.IntegrationServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IntegrationServiceTest
class DisconnectTest {

    @Test
    void newPaymentsStopAndTheAccountStaysForRefunds() {
        var connected = connected();
        disconnect(connected.location())
                .then()
                .statusCode(200)
                .body("status", equalTo("DISCONNECTED"))
                .body("cid", equalTo(connected.merchant().cid()))
                .body("disconnectedAt", notNullValue())
                .body("version", equalTo(3));
        credential(connected.account())
                .then()
                .statusCode(200)
                .body("key", equalTo(connected.merchant().key()));
        assertThat(Db.column("select status from merchant_account where location_id = ?", connected.location()))
                .containsExactly("DISCONNECTED");
        assertThat(Db.column(
                        "select payload->'kakaopay'->>'status' || ' ' || coalesce(payload->'kakaopay'->>'accountId', '-')"
                                + " from outbox where aggregateid = ? and version = 3",
                        connected.location()))
                .containsExactly("DISCONNECTED -");
        assertThat(Db.auditOf(connected.location())).contains("DISCONNECTED DONE");
    }

    @Test
    void twiceIsTheSameAsOnce() {
        var connected = connected();
        disconnect(connected.location());
        disconnect(connected.location())
                .then()
                .statusCode(200)
                .body("status", equalTo("DISCONNECTED"))
                .body("version", equalTo(3));
        assertThat(Db.eventsOf(connected.location())).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "?confirm=false", "?confirm=yes"})
    void withoutConfirmationNothingHappens(String query) {
        var connected = connected();
        administratorOf(connected.location())
                .delete("/v1/locations/" + connected.location() + "/kakaopay/connection" + query)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:coworkpay:problem:confirmation-needed"))
                .body("field", equalTo("confirm"));
        view(connected.location()).then().body("status", equalTo("CONNECTED"));
    }

    @Test
    void anOlderVersionIsRefused() {
        var connected = connected();
        administratorOf(connected.location())
                .header("If-Match", "\"1\"")
                .delete("/v1/locations/" + connected.location() + "/kakaopay/connection?confirm=true")
                .then()
                .statusCode(412);
        view(connected.location()).then().body("status", equalTo("CONNECTED"));
    }

    @Test
    void whatWasNeverConnectedCannotBeDisconnected() {
        String location = newLocation();
        disconnect(location).then().statusCode(409).body("type", equalTo("urn:coworkpay:problem:not-connected"));
    }
}
