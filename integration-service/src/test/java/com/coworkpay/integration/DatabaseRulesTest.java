package com.coworkpay.integration;

import static com.coworkpay.integration.Api.connected;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the database holds on its own, whatever the code does.
@IntegrationServiceTest
class DatabaseRulesTest {

    @Test
    void aLocationHasOneActiveAccount() {
        var connected = connected();
        assertThatThrownBy(() -> Db.execute("""
                        insert into merchant_account (id, location_id, cid, live, status, status_since, check_tid,
                            last_check_result, last_check_at, activated_by, activated_at)
                        select gen_random_uuid(), location_id, 'CSECOND000', live, 'ACTIVE', now(), check_tid,
                            last_check_result, now(), activated_by, now() from merchant_account where location_id = ?""", connected.location()))
                .hasStackTraceContaining("merchant_account_one_active");
    }

    @Test
    void aLocationHasACidOnce() {
        var connected = connected();
        assertThatThrownBy(() -> Db.execute("""
                        insert into merchant_account (id, location_id, cid, live, status, status_since, check_tid,
                            last_check_result, last_check_at, activated_by, activated_at)
                        select gen_random_uuid(), location_id, cid, live, 'RETIRED', now(), check_tid,
                            last_check_result, now(), activated_by, now() from merchant_account where location_id = ?""", connected.location()))
                .hasStackTraceContaining("merchant_account_location_id_cid_key");
    }

    @Test
    void anAccountHasOneCurrentCredentialAndEachVersionOnce() {
        UUID account = UUID.fromString(connected().account());
        for (String version : new String[] {"version", "version + 1"}) {
            assertThatThrownBy(() -> Db.execute(
                            "insert into credential (account_id, version, kind, sealed, last_four, accepted_at, connected_by)"
                                    + " select account_id, " + version
                                    + ", kind, sealed, last_four, now(), connected_by from credential where account_id = ?",
                            account))
                    .hasStackTraceContaining(version.equals("version") ? "credential_pkey" : "credential_one_current");
        }
    }

    @Test
    void aCurrentCredentialIsNotErased() {
        UUID account = UUID.fromString(connected().account());
        assertThatThrownBy(() -> Db.execute("update credential set sealed = null where account_id = ?", account))
                .hasStackTraceContaining("violates check constraint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"enabled_payables", "automatic_refunds"})
    void noSwitchIsEverUndecided(String column) {
        String location = connected().location();
        assertThatThrownBy(() -> Db.execute(
                        "update kakaopay_settings set " + column + " = null where location_id = ?", location))
                .hasStackTraceContaining("not-null constraint");
    }

    @Test
    void anEventIsWrittenWithItsChangeOrNeitherIs() throws Exception {
        var connected = connected();
        Db.execute("alter table outbox add constraint broken_on_purpose check (aggregateid <> '" + connected.location()
                + "' or version < 3)");
        try {
            Api.settings(connected.location(), "{\"automaticRefunds\":false}")
                    .then()
                    .statusCode(500);
            Api.disconnect(connected.location()).then().statusCode(500);
        } finally {
            Db.execute("alter table outbox drop constraint broken_on_purpose");
        }
        assertThat(Db.versionOf(connected.location())).isEqualTo(2);
        assertThat(Db.column("select status from merchant_account where location_id = ?", connected.location()))
                .containsExactly("ACTIVE");
        assertThat(Db.column(
                        "select automatic_refunds from kakaopay_settings where location_id = ?", connected.location()))
                .containsExactly("t");
        assertThat(Db.auditOf(connected.location())).doesNotContain("SETTINGS_CHANGED DONE", "DISCONNECTED DONE");
    }

    @Test
    void aChangeIsWrittenWithItsAuditRowOrNeitherIs() throws Exception {
        var connected = connected();
        Db.execute(
                "alter table audit add constraint broken_on_purpose check (action <> 'CREDENTIAL_RELEASED' or location_id <> '"
                        + connected.location() + "')");
        try {
            Api.credential(connected.account()).then().statusCode(500).body("key", org.hamcrest.Matchers.nullValue());
        } finally {
            Db.execute("alter table audit drop constraint broken_on_purpose");
        }
        Api.credential(connected.account()).then().statusCode(200);
    }
}
