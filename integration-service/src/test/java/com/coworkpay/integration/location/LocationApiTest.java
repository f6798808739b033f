package com.coworkpay.integration.location;

import static com.coworkpay.integration.Api.as;
import static com.coworkpay.integration.Api.bookingSystem;
import static com.coworkpay.integration.Api.description;
import static com.coworkpay.integration.Api.newLocation;
import static com.coworkpay.integration.Api.putLocation;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import com.coworkpay.integration.Db;
import com.coworkpay.integration.IntegrationServiceTest;
import com.coworkpay.platform.testkit.TestIdentity;
import io.restassured.http.ContentType;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@IntegrationServiceTest
class LocationApiTest {

    @Test
    void aLocationIsCreatedReadAndDescribedAnew() {
        String location = newLocation();
        bookingSystem()
                .get("/v1/locations/{id}", location)
                .then()
                .statusCode(200)
                .header("ETag", "\"1\"")
                .body("locationId", equalTo(location))
                .body("title", equalTo("강남점"))
                .body("refundApprovalLimitKrw", equalTo(300_000))
                .body("version", equalTo(1));
        var changed = description();
        changed.put("title", "강남 2호점");
        putLocation(location, changed).then().statusCode(200).header("ETag", "\"2\"");
        assertThat(Db.eventsOf(location))
                .containsExactly("coworkpay.location.changed.v1@1", "coworkpay.location.changed.v1@2");
        assertThat(Db.auditOf(location)).containsExactly("LOCATION_CREATED DONE", "LOCATION_CHANGED DONE");
    }

    @Test
    void theSameDescriptionAgainChangesNothingAndTellsNobody() {
        String location = newLocation();
        putLocation(location, description()).then().statusCode(200).header("ETag", "\"1\"");
        assertThat(Db.eventsOf(location)).hasSize(1);
        assertThat(Db.auditOf(location)).hasSize(1);
    }

    @Test
    void createdOnceHoweverManyPodsAreToldAtOnce() throws Exception {
        String location = "loc-race-" + Long.toString(System.nanoTime(), 36);
        var calls = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 8; i++) {
            calls.add(() -> putLocation(location, description()).statusCode());
        }
        var statuses = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (Future<Integer> status : threads.invokeAll(calls)) {
                statuses.add(status.get());
            }
        }
        assertThat(statuses).containsOnly(200, 201).containsOnlyOnce(201);
        assertThat(Db.eventsOf(location)).containsExactly("coworkpay.location.changed.v1@1");
    }

    @Test
    void anOlderVersionIsRefused() {
        String location = newLocation();
        var changed = description();
        changed.put("title", "Gangnam");
        bookingSystem()
                .header("If-Match", "\"7\"")
                .body(changed)
                .put("/v1/locations/{id}", location)
                .then()
                .statusCode(412)
                .body("type", equalTo("urn:coworkpay:problem:version-mismatch"));
        assertThat(Db.versionOf(location)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    title                  | null
                    title                  | ""
                    title                  | "   "
                    title                  | "\\u3164\\u200b\\u00a0"
                    title                  | "\\ud83e"
                    title                  | "two\\nlines"
                    title                  | "nul\\u0000"
                    title                  | 7
                    timezone               | null
                    timezone               | "Mars/Phobos"
                    timezone               | "+09:00"
                    timezone               | "GMT+9"
                    locale                 | null
                    locale                 | "fr"
                    locale                 | "KO"
                    refundApprovalLimitKrw | null
                    refundApprovalLimitKrw | -1
                    refundApprovalLimitKrw | 10000000001
                    refundApprovalLimitKrw | 1.5
                    refundApprovalLimitKrw | "300000"
                    refundApprovalLimitKrw | 99999999999999999999
                    surprise               | true
                    """)
    void aWrongFieldIsNamed(String field, String json) {
        String location = newLocation();
        var body = new StringBuilder("{");
        description().forEach((name, value) -> {
            if (!name.equals(field)) {
                body.append('"').append(name).append("\":");
                body.append(value instanceof String text ? "\"" + text + "\"" : value)
                        .append(',');
            }
        });
        body.append('"').append(field).append("\":").append(json).append('}');
        bookingSystem()
                .body(body.toString())
                .put("/v1/locations/{id}", location)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("field", equalTo(field))
                .body("errors.field", hasItem(field));
        assertThat(Db.versionOf(location)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{", "[]", "\"text\"", "{\"title\":\"a\",\"title\":\"b\"}"})
    void aBodyThatIsNoDescriptionIsRefused(String body) {
        bookingSystem()
                .body(body)
                .put("/v1/locations/{id}", "loc-none")
                .then()
                .statusCode(400)
                .contentType("application/problem+json");
        assertThat(Db.count("select count(*) from location where id = 'loc-none'"))
                .isZero();
    }

    @Test
    void aTitleIsCountedAsPeopleCount() {
        String location = newLocation();
        var body = description();
        body.put("title", "🏢".repeat(100));
        putLocation(location, body).then().statusCode(200);
        body.put("title", "🏢".repeat(101));
        putLocation(location, body).then().statusCode(400).body("field", equalTo("title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"-a", "a b", "지점", "a.b"})
    void anIdOfAnotherFormIsNowhere(String id) {
        bookingSystem().body(description()).put("/v1/locations/{id}", id).then().statusCode(404);
        assertThat(Db.count("select count(*) from location where id = ?", id)).isZero();
    }

    @Test
    void whoMayNotIsToldNoMoreThanNeeded() {
        String location = newLocation();
        String path = "/v1/locations/" + location;
        given().get(path).then().statusCode(401);
        as(TestIdentity.token("stranger").at("elsewhere", "location:manage"))
                .get(path)
                .then()
                .statusCode(404);
        as(TestIdentity.token("stranger").at("elsewhere", "location:manage"))
                .body(description())
                .put(path)
                .then()
                .statusCode(404);
        as(TestIdentity.token("minji").at(location, "integration:manage"))
                .get(path)
                .then()
                .statusCode(403);
        as(TestIdentity.token("minji").at(location, "integration:manage"))
                .body(description())
                .put(path)
                .then()
                .statusCode(403);
        bookingSystem().get("/v1/locations/none-of-ours").then().statusCode(404);
    }

    /// Every name that java.time knows and IANA does not.
    @Test
    void zonesOfJavaTimeAloneAreRefusedAndKeptWhereTheyAre() throws SQLException {
        var names = ZoneId.getAvailableZoneIds().stream()
                .filter(name -> name.startsWith("SystemV/"))
                .toList();
        var body = description();
        for (String name : names) {
            body.put("timezone", name);
            putLocation("loc-systemv", body)
                    .then()
                    .statusCode(400)
                    .body("type", endsWith(":zone-not-accepted"))
                    .body("field", equalTo("timezone"));
        }
        assertThat(Db.count("select count(*) from location where id = 'loc-systemv'"))
                .isZero();
        String location = newLocation();
        body.put("timezone", "SystemV/EST5EDT");
        putLocation(location, body).then().statusCode(400).body("field", equalTo("timezone"));

        // Accepted by a version before: it goes on, and can be described anew.
        Db.execute("update location set timezone = 'SystemV/EST5EDT' where id = ?", location);
        bookingSystem().get("/v1/locations/{id}", location).then().body("timezone", equalTo("SystemV/EST5EDT"));
        body.put("title", "강남 3호점");
        putLocation(location, body).then().statusCode(200).body("title", equalTo("강남 3호점"));
        body.put("timezone", "ROK");
        putLocation(location, body).then().statusCode(200).body("timezone", equalTo("ROK"));
    }

    @Test
    void theWordsAreTheCallers() {
        bookingSystem()
                .header("Accept-Language", "ko-KR")
                .contentType(ContentType.JSON)
                .body("{\"title\":\"a\",\"timezone\":\"x\",\"locale\":\"ko\",\"refundApprovalLimitKrw\":0}")
                .put("/v1/locations/loc-none")
                .then()
                .statusCode(400)
                .body("errors[0].message", equalTo("Asia/Seoul 같은 IANA 시간대 이름이어야 합니다"));
    }
}
