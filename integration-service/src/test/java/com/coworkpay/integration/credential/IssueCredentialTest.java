package com.coworkpay.integration.credential;

import static com.coworkpay.integration.Api.as;
import static com.coworkpay.integration.Api.bookingSystem;
import static com.coworkpay.integration.Api.connected;
import static com.coworkpay.integration.Api.credential;
import static com.coworkpay.integration.Api.paymentService;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import com.coworkpay.integration.Api;
import com.coworkpay.integration.Db;
import com.coworkpay.integration.IntegrationServiceTest;
import com.coworkpay.platform.testkit.TestIdentity;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@IntegrationServiceTest
class IssueCredentialTest {

    private static final String RELEASES =
            "select count(*) from audit where object_id = ? and action = 'CREDENTIAL_RELEASED'";

    @Test
    void aServiceGetsTheKey() {
        var connected = connected();
        credential(connected.account())
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("accountId", equalTo(connected.account()))
                .body("locationId", equalTo(connected.location()))
                .body("cid", equalTo(connected.merchant().cid()))
                .body("live", equalTo(true))
                .body("kind", equalTo("SECRET_KEY"))
                .body("key", equalTo(connected.merchant().key()))
                .body("version", equalTo(1))
                .body("acceptedAt", notNullValue())
                .body("previous", nullValue());
    }

    @Test
    void everyReleaseLeavesARowWhoWhenWhatFromWhere() {
        var connected = connected();
        String account = connected.account();
        for (int i = 0; i < 3; i++) {
            String trace = "%032x".formatted(0xabcdef00L + i);
            paymentService()
                    .header("traceparent", "00-" + trace + "-00000000000000aa-01")
                    .get("/internal/accounts/{id}/credential", connected.account())
                    .then()
                    .statusCode(200);
            assertThat(Db.count(RELEASES, account)).isEqualTo(i + 1);
            assertThat(Db.column(
                            "select actor || ' ' || outcome || ' v' || (after->>'credentialVersion') || ' ' || location_id || ' ' || address"
                                    + " from audit where object_id = ? and trace_id = ? and at > now() - interval '1 minute'",
                            account,
                            trace))
                    .containsExactly("payment-service DONE v1 " + connected.location() + " 127.0.0.1");
        }
    }

    @Test
    void nobodyElseGetsIt() {
        var connected = connected();
        String path = "/internal/accounts/" + connected.account() + "/credential";
        given().get(path).then().statusCode(401);
        bookingSystem().get(path).then().statusCode(403);
        Api.administratorOf(connected.location()).get(path).then().statusCode(org.hamcrest.Matchers.oneOf(403, 404));
        as(TestIdentity.token("x").at(connected.location(), "credential:read"))
                .get(path)
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(403, 404));
        assertThat(Db.count(RELEASES, connected.account())).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "nothing", "1"})
    void anUnknownAccountIsNotThere(String account) {
        credential(account).then().statusCode(404);
    }

    @Test
    void aSealedKeyCopiedToAnotherAccountDoesNotOpen() throws SQLException {
        var victim = connected();
        var thief = connected();
        Db.execute(
                "update credential set sealed = (select sealed from credential where account_id = ?) where account_id = ?",
                UUID.fromString(victim.account()),
                UUID.fromString(thief.account()));
        credential(thief.account())
                .then()
                .statusCode(500)
                .body("type", equalTo("urn:coworkpay:problem:internal"))
                .body("key", nullValue());
        credential(victim.account()).then().statusCode(200);
    }

    @Test
    void theAuditTrailIsOnlyEverAddedTo() {
        var connected = connected();
        credential(connected.account());
        assertThatThrownBy(() ->
                        Db.execute("update audit set actor = 'nobody' where location_id = ?", connected.location()))
                .hasStackTraceContaining("never changed");
        assertThatThrownBy(() -> Db.execute("delete from audit where location_id = ?", connected.location()))
                .hasStackTraceContaining("never changed");
        assertThatThrownBy(() -> Db.execute("truncate audit")).hasStackTraceContaining("never changed");
    }
}
