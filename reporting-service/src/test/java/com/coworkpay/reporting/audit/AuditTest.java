package com.coworkpay.reporting.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.platform.testkit.Db;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.reporting.support.ReportingServiceTest;
import com.coworkpay.reporting.support.TestLocation;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Who took personal data out, and who had the projection built again.
@ReportingServiceTest
class AuditTest {

    @Test
    void anExportIsOnRecordWithItsFilterAndWithoutWhatWasSearchedFor() {
        TestLocation place = TestLocation.open();
        place.pay();
        assertThat(csv(place, "?from=2026-05-01&status=SUCCEEDED&status=REFUNDED&payerId=member-7")
                        .statusCode())
                .isEqualTo(200);
        assertThat(csv(place, "?minKrw=-1").statusCode()).isEqualTo(400);
        JsonPath page = place.get("transactions/audit");
        assertThat(page.getList("entries")).hasSize(1);
        assertThat(page.getString("entries[0].action")).isEqualTo("EXPORTED");
        assertThat(page.getString("entries[0].by")).isEqualTo("analyst");
        assertThat(page.getString("entries[0].objectId")).isEqualTo("transactions.csv");
        assertThat(page.<String>getList("entries[0].changes.what")).containsExactly("from", "payerId", "status");
        assertThat(page.<String>getList("entries[0].changes.after"))
                .containsExactly("2026-05-01", "…", "REFUNDED SUCCEEDED");
        assertThat(Db.text("select count(*) from audit where after::text like '%member-7%'"))
                .isEqualTo("0");
    }

    @Test
    void nothingLeavesWithoutItsRow() {
        TestLocation place = TestLocation.open();
        place.pay();
        Db.update("alter table audit add constraint broken_on_purpose check (location_id <> '" + place.id() + "')");
        try {
            Response refused = csv(place, "");
            assertThat(refused.statusCode()).isEqualTo(500);
            assertThat(refused.asString()).doesNotContain("22000");
        } finally {
            Db.update("alter table audit drop constraint broken_on_purpose");
        }
        assertThat(place.get("transactions/audit").getList("entries")).isEmpty();
        assertThat(csv(place, "").statusCode()).isEqualTo(200);
        assertThat(place.get("transactions/audit").getList("entries")).hasSize(1);
    }

    @Test
    void aRebuildIsOnRecordForOperatorsAlone() {
        Response begun = TestLocation.operator().post("/internal/projection/rebuilds");
        assertThat(begun.statusCode()).isEqualTo(202);
        String id = begun.path("id");
        TestLocation.operator()
                .delete("/internal/projection/rebuilds/" + id)
                .then()
                .statusCode(200);
        TestLocation.operator()
                .delete("/internal/projection/rebuilds/" + id)
                .then()
                .statusCode(200);
        String state = Db.text("select state from rebuild where id = ?::uuid", id);
        Response page = TestLocation.operator().get("/internal/audit?objectType=REBUILD&objectId=" + id);
        assertThat(page.statusCode()).as(page.asString()).isEqualTo(200);
        assertThat(page.<List<String>>path("entries.action"))
                .isEqualTo(
                        "STOPPED".equals(state)
                                ? List.of("REBUILD_STOPPED", "REBUILD_REQUESTED")
                                : List.of("REBUILD_REQUESTED"));
        assertThat(page.<List<String>>path("entries.by")).containsOnly("operator");
        given().auth()
                .oauth2(TestIdentity.token("analyst").everywhere("report:read").sign())
                .get("/internal/audit")
                .then()
                .statusCode(403);
    }

    @Test
    void itIsOnlyEverAddedTo() {
        TestLocation place = TestLocation.open();
        csv(place, "");
        for (String change : List.of(
                "update audit set actor = 'nobody' where location_id = '" + place.id() + "'",
                "delete from audit where location_id = '" + place.id() + "'",
                "truncate audit")) {
            assertThatThrownBy(() -> Db.update(change)).hasStackTraceContaining("never changed");
        }
    }

    private static Response csv(TestLocation place, String query) {
        return place.analyst().get("/v1/locations/" + place.id() + "/transactions.csv" + query);
    }
}
