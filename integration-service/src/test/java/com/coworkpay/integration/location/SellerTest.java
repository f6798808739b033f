package com.coworkpay.integration.location;

import static com.coworkpay.integration.Api.bookingSystem;
import static com.coworkpay.integration.Api.description;
import static com.coworkpay.integration.Api.newLocation;
import static com.coworkpay.integration.Api.putLocation;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import com.coworkpay.integration.Db;
import com.coworkpay.integration.IntegrationServiceTest;
import com.coworkpay.platform.testkit.ContractSchema;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.ReceivedEvent;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Whom receipts name: optional, as a whole and each member.
@IntegrationServiceTest
class SellerTest {

    private static final Map<String, @Nullable Object> SELLER = Map.of(
            "name", "코워크페이 주식회사",
            "businessNumber", "123-45-67891",
            "representative", "김민지",
            "address", "서울특별시 강남구 테헤란로 1",
            "phone", "02-1234-5678");

    @Test
    void itIsShownPublishedAndAudited() {
        String location = newLocation();
        putLocation(location, with(SELLER))
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("seller.businessNumber", equalTo("1234567891"));
        bookingSystem()
                .get("/v1/locations/{id}", location)
                .then()
                .statusCode(200)
                .body("seller.name", equalTo("코워크페이 주식회사"))
                .body("seller.businessNumber", equalTo("1234567891"))
                .body("seller.representative", equalTo("김민지"))
                .body("seller.address", equalTo("서울특별시 강남구 테헤란로 1"))
                .body("seller.phone", equalTo("02-1234-5678"));

        List<ReceivedEvent> events =
                KafkaProbe.awaitEvents("integration.events", event -> location.equals(event.key()), 2);
        ContractSchema schema = ContractSchema.of("location-state.v1.json");
        assertThat(events).allSatisfy(event -> assertThat(schema.allows(event.data()))
                .as(event.value())
                .isTrue());
        assertThat(events.get(0).data().path("seller").isNull()).isTrue();
        JsonNode published = events.get(1).data().path("seller");
        assertThat(published.path("name").asText()).isEqualTo("코워크페이 주식회사");
        assertThat(published.path("businessNumber").asText()).isEqualTo("1234567891");
        assertThat(published.path("representative").asText()).isEqualTo("김민지");
        assertThat(published.path("address").asText()).isEqualTo("서울특별시 강남구 테헤란로 1");
        assertThat(published.path("phone").asText()).isEqualTo("02-1234-5678");

        assertThat(Db.column(
                        "select after->>'seller.name' || ' ' || (after->>'seller.businessNumber') from audit"
                                + " where location_id = ? and action = 'LOCATION_CHANGED'",
                        location))
                .containsExactly("코워크페이 주식회사 1234567891");
    }

    @Test
    void aNewLocationHasItFromTheStart() {
        String location = "loc-" + Long.toString(System.nanoTime(), 36);
        putLocation(location, with(SELLER)).then().statusCode(201).body("seller.name", equalTo("코워크페이 주식회사"));
        bookingSystem()
                .get("/v1/locations/{id}", location)
                .then()
                .body("seller.phone", equalTo("02-1234-5678"))
                .body("version", equalTo(1));
    }

    /// The same number with dashes and without is the same description.
    @Test
    void theSameSellerAgainChangesNothing() {
        String location = newLocation();
        putLocation(location, with(SELLER)).then().header("ETag", "\"2\"");
        Map<String, @Nullable Object> plain = new HashMap<>(SELLER);
        plain.put("businessNumber", "1234567891");
        putLocation(location, with(plain)).then().statusCode(200).header("ETag", "\"2\"");
    }

    @Test
    void whatIsLeftOutIsGone() {
        String location = newLocation();
        putLocation(location, with(SELLER)).then().statusCode(200);
        putLocation(location, with(Map.of("name", "코워크페이")))
                .then()
                .body("seller.name", equalTo("코워크페이"))
                .body("seller.businessNumber", nullValue());
        putLocation(location, with(Map.of())).then().statusCode(200).body("seller", nullValue());
        putLocation(location, description()).then().statusCode(200).header("ETag", "\"4\"");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    businessNumber | 123-45-67890
                    businessNumber | 1234567890
                    businessNumber | 12-345-67891
                    businessNumber | 123 45 67891
                    businessNumber | 12345678910
                    businessNumber | 123456789
                    businessNumber | １２３４５６７８９１
                    businessNumber | ''
                    name           | ''
                    name           | '   '
                    phone          | 0123456789012345678901234567890
                    surprise       | x
                    """)
    void aWrongMemberIsNamed(String member, String value) {
        String location = newLocation();
        Map<String, @Nullable Object> seller = new HashMap<>(SELLER);
        seller.put(member, value);
        putLocation(location, with(seller)).then().statusCode(400).body("field", equalTo("seller." + member));
        assertThat(Db.versionOf(location)).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"name, 100", "representative, 50", "address, 200", "phone, 30"})
    void aTextHasItsBound(String member, int max) {
        String location = newLocation();
        putLocation(location, with(Map.of(member, "가".repeat(max)))).then().statusCode(200);
        putLocation(location, with(Map.of(member, "가".repeat(max + 1))))
                .then()
                .statusCode(400)
                .body("field", equalTo("seller." + member));
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "[]"})
    void anotherKindIsRefused(String seller) {
        Map<String, Object> body = description();
        body.put("seller", seller.equals("[]") ? List.of() : seller);
        putLocation(newLocation(), body).then().statusCode(400).body("field", equalTo("seller"));
    }

    private static Map<String, Object> with(Map<String, @Nullable Object> seller) {
        Map<String, Object> body = new LinkedHashMap<>(description());
        body.put("seller", seller);
        return body;
    }
}
