package com.coworkpay.reporting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import com.coworkpay.platform.testkit.Db;
import com.coworkpay.reporting.support.TestLocation;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.UUID;

/// Rebuilds as an operator and the database see them.
final class Rebuilds {

    /// Of a rebuild that is [#held].
    static final long EPOCH = 7;

    private Rebuilds() {}

    /// A rebuild in the hands of a process that does not move.
    static UUID held(String phase) {
        UUID id = UUID.randomUUID();
        Db.update(
                "insert into rebuild (id, state, phase, requested_by, holder, epoch, lease_until)"
                        + " values (?, 'RUNNING', ?, 'held-by-test', 'nobody', ?, now() + interval '1 hour')",
                id,
                phase,
                EPOCH);
        Db.update("delete from projection_position where reader = 'REBUILD'");
        return id;
    }

    /// As PREPARING leaves it.
    static int feeding() {
        int building = (int) Db.number("select 1 - current_side from projection");
        Db.update("truncate report_payment_%1$d, report_location_%1$d".formatted(building));
        Db.update("update projection set building_side = 1 - current_side");
        return building;
    }

    static void release(UUID id) {
        Db.update("update rebuild set lease_until = '-infinity' where id = ?", id);
    }

    static void stop(UUID id) {
        TestLocation.operator()
                .delete("/internal/projection/rebuilds/" + id)
                .then()
                .statusCode(200)
                .body("state", equalTo("STOPPED"));
    }

    static String requested() {
        var answer = TestLocation.operator()
                .post("/internal/projection/rebuilds")
                .then()
                .statusCode(202);
        String id = answer.extract().path("id");
        answer.header("Location", endsWith("/internal/projection/rebuilds/" + id));
        return id;
    }

    static JsonPath rebuilt() {
        JsonPath rebuilt = finished(requested());
        assertThat(rebuilt.getString("state")).as(rebuilt.prettify()).isEqualTo("SWITCHED");
        return rebuilt;
    }

    static JsonPath finished(String id) {
        TestLocation.until(() -> !TestLocation.operator()
                .get("/internal/projection/rebuilds/" + id)
                .path("state")
                .equals("RUNNING"));
        return TestLocation.operator()
                .get("/internal/projection/rebuilds/" + id)
                .jsonPath();
    }

    static String state(UUID id) {
        return Db.text("select state from rebuild where id = ?", id);
    }

    static long generation() {
        return Db.number("select generation from projection");
    }

    static String digest() {
        return TestLocation.operator().get("/internal/projection/digest").path("sha256");
    }

    /// The consumers have everything that was told so far.
    static void allHandled() {
        Instant now = Instant.now();
        TestLocation.until(() -> {
            JsonPath projection =
                    TestLocation.operator().get("/internal/projection").jsonPath();
            return projection.getLong("eventsBehind") == 0
                    && Instant.parse(projection.getString("completeUpTo")).isAfter(now);
        });
    }
}
