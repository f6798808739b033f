package com.coworkpay.integration.history;

import static com.coworkpay.integration.Api.administratorOf;
import static com.coworkpay.integration.Api.as;
import static com.coworkpay.integration.Api.check;
import static com.coworkpay.integration.Api.connect;
import static com.coworkpay.integration.Api.connected;
import static com.coworkpay.integration.Api.credential;
import static com.coworkpay.integration.Api.disconnect;
import static com.coworkpay.integration.Api.newLocation;
import static com.coworkpay.integration.Api.settings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.coworkpay.integration.Db;
import com.coworkpay.integration.IntegrationServiceTest;
import com.coworkpay.integration.KakaoPaySimulator;
import com.coworkpay.integration.TestMerchant;
import com.coworkpay.platform.testkit.TestIdentity;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What became of a location's connection, as people ask for it.
@IntegrationServiceTest
class HistoryTest {

    @Test
    void everyChangeIsToldNewestFirst() {
        var connected = connected();
        String location = connected.location();
        settings(location, "{\"payables\":{\"BOOKING\":false},\"automaticRefunds\":false}");
        credential(connected.account()).then().statusCode(200);
        TestMerchant rotated = TestMerchant.withSecretKey(connected.merchant().cid());
        connect(location, rotated).then().statusCode(200);
        connect(location, rotated).then().statusCode(200);
        TestMerchant other = TestMerchant.withAdminKey();
        connect(location, other).then().statusCode(200);
        KakaoPaySimulator.control().revokeKey(other.key());
        check(location).then().statusCode(200);
        connect(location, other).then().statusCode(422);
        disconnect(location).then().statusCode(200);

        Response history = history(location, "");
        history.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(
                        "entries.action",
                        contains(
                                "DISCONNECTED",
                                "CONNECT_REFUSED",
                                "CHECKED",
                                "CONNECTED",
                                "CONFIRMED",
                                "ROTATED",
                                "SETTINGS_CHANGED",
                                "CONNECTED"))
                .body(
                        "entries.outcome",
                        contains("DONE", "WRONG_KEY", "WRONG_KEY", "DONE", "DONE", "DONE", "DONE", "DONE"))
                .body("entries.by", everyItem(equalTo("minji")))
                .body("entries.address", everyItem(equalTo("127.0.0.1")))
                .body("entries[7].cid", equalTo(connected.merchant().cid()))
                .body("entries[7].credentialKind", equalTo("SECRET_KEY"))
                .body("entries[7].credentialVersion", equalTo(1))
                .body("entries[7].keyLastFour", equalTo(lastFour(connected.merchant())))
                .body("entries[7].changes", empty())
                .body("entries[6].changes.what", contains("BOOKING", "automaticRefunds"))
                .body("entries[6].changes.before", contains("true", "true"))
                .body("entries[6].changes.after", contains("false", "false"))
                .body("entries[6].cid", nullValue())
                .body("entries[5].credentialVersion", equalTo(2))
                .body("entries[5].keyLastFour", equalTo(lastFour(rotated)))
                .body("entries[3].changes.what", contains("cid", "credentialKind"))
                .body("entries[3].changes.before", contains(connected.merchant().cid(), "SECRET_KEY"))
                .body("entries[3].changes.after", contains(other.cid(), "ADMIN_KEY"))
                .body("entries[1].keyLastFour", nullValue())
                .body("entries[0].cid", equalTo(other.cid()))
                .body("nextCursor", nullValue());
        for (TestMerchant merchant : List.of(connected.merchant(), rotated, other)) {
            assertThat(history.asString()).doesNotContain(merchant.key());
        }
    }

    @Test
    void pagesCoverItOnce() {
        String location = connected().location();
        for (int i = 0; i < 6; i++) {
            settings(location, "{\"automaticRefunds\":" + (i % 2 == 1) + "}");
        }
        List<String> all = history(location, "").path("entries.id");
        assertThat(all).hasSize(7);
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Response page = history(location, "?limit=3" + (cursor == null ? "" : "&cursor=" + cursor));
            seen.addAll(page.<List<String>>path("entries.id"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        assertThat(seen).isEqualTo(all);

        String ofThis = history(location, "?limit=3").path("nextCursor");
        history(connected().location(), "?cursor=" + ofThis)
                .then()
                .statusCode(400)
                .body("type", equalTo("urn:coworkpay:problem:invalid-cursor"));
    }

    @Test
    void nobodySeesAnotherLocationsHistory() {
        String location = connected().location();
        String other = newLocation();
        history(other, "").then().statusCode(200).body("entries", empty());
        String path = "/v1/locations/" + location + "/kakaopay/history";
        as(TestIdentity.token("minji").at(other, "integration:manage"))
                .get(path)
                .then()
                .statusCode(404);
        as(TestIdentity.token("minji").at(location, "payment:read"))
                .get(path)
                .then()
                .statusCode(403);
        administratorOf("nowhere")
                .get("/v1/locations/nowhere/kakaopay/history")
                .then()
                .statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"?limit=0", "?limit=201", "?cursor=x", "?from=2026-01-01", "?limit="})
    void aWrongParameterIsNamed(String query) {
        String name = query.substring(1, query.indexOf('='));
        history(connected().location(), query).then().statusCode(400).body("field", equalTo(name));
    }

    /// However often services fetch the credential.
    @Test
    void aPageIsReadByItsIndex() throws Exception {
        String location = connected().location();
        Db.execute("""
                insert into audit (id, at, action, outcome, actor, address, object_type, object_id, location_id)
                select gen_random_uuid(), now() - n * interval '1 minute',
                       case when n % 100 = 0 then 'CHECKED' else 'CREDENTIAL_RELEASED' end, 'DONE', 'payment-service',
                       'x', 'MERCHANT_ACCOUNT', gen_random_uuid()::text, ? from generate_series(1, 20000) n""", location);
        Db.execute("analyze audit");
        List<String> plan = Db.column("""
                explain select a.id from audit a left join credential c
                    on c.account_id = case when a.object_type = 'MERCHANT_ACCOUNT' then a.object_id::uuid end
                   and c.version = (a.after ->> 'credentialVersion')::bigint
                 where a.location_id = ? and a.action not in ('LOCATION_CREATED', 'LOCATION_CHANGED', 'CREDENTIAL_RELEASED')
                   and (a.at, a.id) < (now() - interval '1 day', gen_random_uuid())
                 order by a.at desc, a.id desc limit 51""", location);
        assertThat(plan).anyMatch(line -> line.contains("audit_history")).noneMatch(line -> line.contains("Sort"));
        history(location, "?limit=200").then().statusCode(200).body("entries.action", not(empty()));
    }

    private static Response history(String location, String query) {
        return administratorOf(location).get("/v1/locations/" + location + "/kakaopay/history" + query);
    }

    private static String lastFour(TestMerchant merchant) {
        return merchant.key().substring(merchant.key().length() - 4);
    }
}
