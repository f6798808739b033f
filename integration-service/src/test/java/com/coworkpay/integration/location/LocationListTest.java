package com.coworkpay.integration.location;

import static com.coworkpay.integration.Api.as;
import static com.coworkpay.integration.Api.connect;
import static com.coworkpay.integration.Api.description;
import static com.coworkpay.integration.Api.disconnect;
import static com.coworkpay.integration.Api.putLocation;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import com.coworkpay.integration.Db;
import com.coworkpay.integration.IntegrationServiceTest;
import com.coworkpay.integration.TestMerchant;
import com.coworkpay.platform.testkit.TestIdentity;
import io.restassured.response.Response;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Which locations a person may choose from.
@IntegrationServiceTest
class LocationListTest {

    private final String own = "list-" + Long.toString(System.nanoTime(), 36);

    @Test
    void aPersonSeesTheLocationsOfTheirToken() {
        String connected = location("b", "홍대점");
        String plain = location("c", "Apgujeong");
        location("d", "강남점, 남의 것");
        connect(connected, TestMerchant.withSecretKey()).then().statusCode(200);
        TestIdentity.Token minji = TestIdentity.token("minji")
                .at(connected, "refund:create", "integration:manage")
                .at(plain, "payment:read")
                .at(own + "-unknown", "report:read");

        Response page = list(minji, "");
        page.then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body("locations.locationId", contains(plain, connected, own + "-unknown"))
                .body("locations.title", contains("Apgujeong", "홍대점", null))
                .body("locations.known", contains(true, true, false))
                .body("locations.connected", contains(false, true, false))
                .body("locations.live", contains(null, true, null))
                .body("locations.timezone", contains("Asia/Seoul", "Asia/Seoul", null))
                .body("locations[1].permissions", contains("integration:manage", "refund:create"))
                .body("locations[2].permissions", contains("report:read"))
                .body("nextCursor", nullValue());

        list(minji, "?locationId=" + connected).then().body("locations.locationId", contains(connected));
        list(minji, "?locationId=" + own + "-d").then().body("locations", empty());

        disconnect(connected).then().statusCode(200);
        list(minji, "").then().body("locations.connected", contains(false, false, false));
    }

    @Test
    void whoMayNothingAnywhereSeesNone() {
        location("a", "강남점");
        list(TestIdentity.token("payer-1"), "").then().statusCode(200).body("locations", empty());
        list(TestIdentity.token("odd").at(own + "-a"), "")
                .then()
                .statusCode(200)
                .body("locations", empty());
        given().get("/v1/locations").then().statusCode(401);
    }

    /// A claim comes from outside: what is no permission at a location's id is left out.
    @Test
    void whatAClaimHasBesideLocationsIsLeftOut() {
        String here = location("a", "강남점");
        Map<String, Object> odd = Map.of(
                here,
                List.of("payment:read", 7, "payment:read"),
                own + "-b",
                List.of(7),
                own + "-c",
                "payment:read",
                "no id",
                List.of("payment:read"),
                "지점",
                List.of("payment:read"));
        list(TestIdentity.token("minji").claim("locations", odd), "")
                .then()
                .statusCode(200)
                .body("locations.locationId", contains(here))
                .body("locations[0].permissions", contains("payment:read"));
        String asText = "{\"" + here + "\":[\"report:read\"]}";
        list(TestIdentity.token("minji").claim("locations", asText), "")
                .then()
                .body("locations.locationId", contains(here))
                .body("locations[0].permissions", contains("report:read"));
    }

    @Test
    void aPermissionEverywhereShowsAllThatAreKnown() {
        String first = location("a", own + " 하나");
        String second = location("b", own + " 둘");
        TestIdentity.Token operator =
                TestIdentity.token("operator").everywhere("payment:read").at(first, "report:read");
        list(operator, "?query=" + own)
                .then()
                .statusCode(200)
                .body("locations.locationId", hasItems(first, second))
                .body(
                        "locations.find { it.locationId == '" + first + "' }.permissions",
                        contains("payment:read", "report:read"))
                .body("locations.find { it.locationId == '" + second + "' }.permissions", contains("payment:read"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"강남", "남점", "GANGNAM", "gangnam"})
    void titlesAndIdsAreSearched(String query) {
        String one = location("gangnam", "강남점");
        String other = location("hongdae", "홍대점");
        TestIdentity.Token minji =
                TestIdentity.token("minji").at(one, "payment:read").at(other, "payment:read");
        as(minji)
                .queryParam("query", query)
                .get("/v1/locations")
                .then()
                .statusCode(200)
                .body("locations.locationId", contains(one));
        as(TestIdentity.token("operator").everywhere("payment:read"))
                .queryParam("query", query)
                .queryParam("limit", 200)
                .get("/v1/locations")
                .then()
                .body("locations.locationId", hasItems(one));
    }

    /// As macOS types it.
    @Test
    void aDecomposedQueryFindsTheTitle() {
        String one = location("a", "강남점");
        as(TestIdentity.token("minji").at(one, "payment:read"))
                .queryParam("query", Normalizer.normalize("강남", Normalizer.Form.NFD))
                .get("/v1/locations")
                .then()
                .body("locations.locationId", contains(one));
    }

    /// What stands for anything in SQL stands for itself here.
    @Test
    void aQueryIsNoPattern() {
        String percent = location("a", "100% 공간");
        String other = location("b", "1000 공간");
        TestIdentity.Token minji =
                TestIdentity.token("minji").at(percent, "payment:read").at(other, "payment:read");
        as(minji)
                .queryParam("query", "100%")
                .get("/v1/locations")
                .then()
                .body("locations.locationId", contains(percent));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void pagesCoverTheListOnce(boolean everywhere) {
        List<String> expected = new ArrayList<>();
        TestIdentity.Token token = TestIdentity.token("minji");
        for (String suffix : List.of("a", "b", "c", "d", "e")) {
            // Of the same title: the id decides.
            String id = location(suffix, own + " 같은 이름");
            expected.add(id);
            token = everywhere ? token : token.at(id, "payment:read");
        }
        token = everywhere ? token.everywhere("payment:read") : token.at(own + "-unknown", "payment:read");
        if (!everywhere) {
            expected.add(own + "-unknown");
        }
        List<String> seen = new ArrayList<>();
        String cursor = null;
        do {
            Response page = list(token, "?limit=2&query=" + own + (cursor == null ? "" : "&cursor=" + cursor));
            page.then().statusCode(200);
            seen.addAll(page.<List<String>>path("locations.locationId"));
            cursor = page.path("nextCursor");
        } while (cursor != null);
        assertThat(seen).containsExactlyElementsOf(expected);
    }

    @Test
    void aCursorBelongsToItsListAndItsCaller() {
        TestIdentity.Token minji = TestIdentity.token("minji")
                .at(location("a", "하나"), "payment:read")
                .at(location("b", "둘"), "payment:read");
        String cursor = list(minji, "?limit=1").path("nextCursor");
        list(minji, "?limit=1&cursor=" + cursor).then().statusCode(200).body("locations.title", contains("하나"));
        for (Response refused : List.of(
                list(minji, "?limit=1&query=a&cursor=" + cursor),
                list(TestIdentity.token("hyun").at(own + "-a", "payment:read"), "?cursor=" + cursor),
                list(minji, "?cursor=" + cursor.substring(2)),
                list(minji, "?cursor=%EA%B0%80"),
                list(minji, "?cursor=AAAA"))) {
            refused.then()
                    .statusCode(400)
                    .body("type", equalTo("urn:coworkpay:problem:invalid-cursor"))
                    .body("field", equalTo("cursor"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"?query=", "?query=%20", "?query=%E3%85%A4", "?query=%00", "?limit=0", "?limit=201", "?q=a"})
    void aWrongParameterIsNamed(String query) {
        String name = query.substring(1, query.indexOf('='));
        list(TestIdentity.token("minji"), query).then().statusCode(400).body("field", equalTo(name));
    }

    @Test
    void aQueryHasABound() {
        TestIdentity.Token minji = TestIdentity.token("minji");
        list(minji, "?query=" + "a".repeat(100)).then().statusCode(200);
        list(minji, "?query=" + "a".repeat(101)).then().statusCode(400).body("field", equalTo("query"));
    }

    /// Without a search, whatever the number of locations, a page reads its own rows alone.
    @Test
    void aPageOfAllIsReadByItsIndex() throws Exception {
        Db.execute("""
                insert into location (id, title, timezone, locale, refund_approval_limit_krw, version)
                select 'many-' || n, '지점 ' || md5(n::text), 'Asia/Seoul', 'ko', 0, 1 from generate_series(1, 20000) n
                on conflict do nothing""");
        Db.execute("analyze location");
        try {
            List<String> plan = Db.column("""
                    explain select l.id, lower(l.title), a.live
                      from location l left join merchant_account a on a.location_id = l.id and a.status = 'ACTIVE'
                     where (lower(l.title) collate "C", l.id) > ('지점 a', 'many-1')
                     order by lower(l.title) collate "C", l.id limit 51""");
            assertThat(plan)
                    .anyMatch(line -> line.contains("location_by_title"))
                    .noneMatch(line -> line.contains("Sort"));
        } finally {
            Db.execute("delete from location where id like 'many-%'");
        }
    }

    private String location(String suffix, String title) {
        String id = own + "-" + suffix;
        var body = description();
        body.put("title", title);
        putLocation(id, body).then().statusCode(201);
        return id;
    }

    private static Response list(TestIdentity.Token token, String query) {
        return as(token).urlEncodingEnabled(false).get("/v1/locations" + query);
    }
}
