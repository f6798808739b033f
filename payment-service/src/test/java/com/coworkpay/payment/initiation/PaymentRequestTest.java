package com.coworkpay.payment.initiation;

import static com.coworkpay.payment.support.TestShop.booking;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.RefundDeadline;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestEnvironment;
import com.coworkpay.payment.support.TestShop;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Bad input gets a 400 naming the field, and leaves nothing behind.
@PaymentServiceTest
class PaymentRequestTest {

    private final TestShop shop = TestShop.open();

    private record Bad(String field, Consumer<JsonObject> break_) {}

    private static Bad set(String field, Object value) {
        return new Bad(field, request -> {
            JsonObject in = request;
            String[] names = field.split("\\.");
            for (int i = 0; i < names.length - 1; i++) {
                in = in.getJsonObject(names[i]);
            }
            in.put(names[names.length - 1], value);
        });
    }

    private static Bad without(String field) {
        return new Bad(field, request -> request.remove(field));
    }

    private static List<Bad> bads() {
        List<Bad> bads = new ArrayList<>();
        for (String field : new String[] {
            "payerId", "ownerId", "ownerRole", "payable", "description", "totalKrw", "device", "returnUrl", "policy"
        }) {
            bads.add(without(field));
        }
        for (Object amount : new Object[] {0, -1, 2_000_000_001L, 1.5, "22000", true, Long.MAX_VALUE}) {
            bads.add(set("totalKrw", amount));
        }
        bads.add(set("taxFreeKrw", 22001));
        bads.add(set("taxFreeKrw", -1));
        bads.add(set("vatKrw", 22001));
        bads.add(set("quantity", 0));
        bads.add(set("quantity", 10000));
        bads.add(set("payerId", " minji"));
        bads.add(set("payerId", "김민지"));
        bads.add(set("payerId", "a".repeat(256)));
        bads.add(set("ownerRole", "BOSS"));
        bads.add(set("device", "WATCH"));
        bads.add(set("description", " "));
        bads.add(set("description", "가".repeat(101)));
        bads.add(set("description", "🎉".repeat(101)));
        bads.add(set("description", "a\nb"));
        for (String nothing : new String[] {"", "\u3164", "\u200B", "\u00A0", "\u2800", "\u00AD\uFE0F"}) {
            bads.add(set("description", nothing));
        }
        bads.add(set("description", "a\u0000b"));
        bads.add(set("returnUrl", "https://evil.example/"));
        bads.add(set("returnUrl", TestEnvironment.PORTAL + "@evil.example/"));
        bads.add(set("payable.type", "CAR"));
        bads.add(set("payable.id", ""));
        bads.add(set("payable.id", "a b"));
        bads.add(set("payable.resourceType", "CASTLE"));
        bads.add(set("payable.eventId", "e-1"));
        bads.add(set("payable.startAt", "2026-12-01T09:00:00"));
        bads.add(set("payable.startAt", "tomorrow"));
        bads.add(set("payable.startAt", "+12026-12-01T09:00:00Z"));
        bads.add(set("payable.surprise", 1));
        bads.add(set("surprise", 1));
        for (Object before : new Object[] {"P3D", "p1d", "", 0, new JsonObject(), null}) {
            bads.add(set("policy.before", before));
        }
        bads.add(new Bad(
                "policy.tiers[1].before",
                request -> request.put(
                        "policy",
                        tiered(
                                new JsonObject().put("before", "P1D").put("percent", 50),
                                new JsonObject().put("before", "P3D").put("percent", 20)))));
        bads.add(new Bad(
                "policy.tiers[0].percent",
                request -> request.put(
                        "policy", tiered(new JsonObject().put("before", "P1D").put("percent", 0)))));
        bads.add(set("policy", tiered()));
        bads.add(set("policy", new JsonObject().put("kind", "UNTIL_PROCESSED")));
        bads.add(set("policy", new JsonObject().put("kind", "MAYBE")));
        bads.add(set(
                "policy",
                tiered(
                        new JsonObject().put("before", "P2D").put("percent", 100),
                        new JsonObject().put("before", "P2D").put("percent", 50))));
        return bads;
    }

    @Test
    void eachBadFieldIsNamedAndLeavesNothingBehind() {
        for (Bad bad : bads()) {
            JsonObject request = booking("b-" + UUID.randomUUID());
            bad.break_().accept(request);
            Response answer = shop.initiate(request);
            assertThat(answer.statusCode())
                    .as(bad.field() + " in " + request + ": " + answer.asString())
                    .isEqualTo(400);
            assertThat(answer.contentType()).startsWith("application/problem+json");
            String named = answer.path("field") + " " + answer.path("errors");
            assertThat(named).as(request + ": " + answer.asString()).contains(bad.field());
        }
        assertThat(Db.number("select count(*) from payment where location_id = ?", shop.location()))
                .isZero();
    }

    @Test
    void aDeadlineIsOneOfTheContracts() {
        for (RefundDeadline deadline : RefundDeadline.values()) {
            JsonObject good = booking(id());
            good.getJsonObject("policy").put("before", deadline.name());
            assertThat(shop.initiate(good).statusCode()).as(deadline.name()).isEqualTo(201);
        }
        JsonObject bad = booking(id());
        bad.getJsonObject("policy").put("before", "P3D");
        assertThat(shop.initiate(bad).asString())
                .contains(Stream.of(RefundDeadline.values()).map(Enum::name).toList());
    }

    @Test
    void whatIsAllowedIsTaken() {
        List<JsonObject> goods = List.of(
                booking(id()).put("description", "가".repeat(100)),
                booking(id()).put("description", "🎉".repeat(100)),
                booking(id()).put("description", "파티룸 \uD83E\uDEEA"),
                booking(id()).put("description", Normalizer.normalize("가".repeat(100), Normalizer.Form.NFD)),
                booking(id()).put("taxFreeKrw", 22000).put("vatKrw", 0),
                booking(id()).put("device", "APP"),
                fullDay(),
                ticket(),
                order(),
                plain("CREDIT_PACKAGE"),
                plain("INVOICE"));
        for (JsonObject good : goods) {
            Response answer = shop.initiate(good);
            assertThat(answer.statusCode()).as(good + ": " + answer.asString()).isEqualTo(201);
        }
    }

    @Test
    void koreanTypedOnMacOsIsKeptComposedAndItsRepetitionIsTheSameRequest() {
        String key = id();
        JsonObject request = booking(id()).put("description", Normalizer.normalize("회의실 예약", Normalizer.Form.NFD));
        Response first = shop.initiate(key, request);
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(shop.initiate(key, request).asString()).isEqualTo(first.asString());
        assertThat(Db.text("select description from payment where id = ?::uuid", first.<String>path("paymentId")))
                .isEqualTo("회의실 예약");
    }

    @Test
    void theKoreanAnswerIsKorean() {
        Response answer = io.restassured.RestAssured.given()
                .auth()
                .oauth2(com.coworkpay.platform.testkit.TestIdentity.token("portal")
                        .everywhere("payment:create")
                        .sign())
                .header("Accept-Language", "ko")
                .header("Idempotency-Key", id())
                .contentType("application/json")
                .body(booking(id()).put("taxFreeKrw", 22001).encode())
                .post("/v1/locations/{location}/payments", shop.location());
        assertThat(answer.asString()).contains("비과세");
    }

    private static String id() {
        return "p-" + UUID.randomUUID();
    }

    private static JsonObject payable(String type) {
        return new JsonObject().put("type", type).put("id", id());
    }

    private static JsonObject fullDay() {
        return booking(id())
                .put(
                        "payable",
                        payable("BOOKING")
                                .put("resourceType", "DESK")
                                .put("resourceId", "d1")
                                .put("day", "2026-12-01"));
    }

    private static JsonObject ticket() {
        return booking(id())
                .put("payable", payable("EVENT_TICKET").put("eventId", "e-1").put("startAt", "2026-12-01T09:00:00Z"))
                .put(
                        "policy",
                        tiered(
                                new JsonObject().put("before", "P2D").put("percent", 100),
                                new JsonObject().put("before", "PT4H").put("percent", 50)));
    }

    private static JsonObject tiered(JsonObject... tiers) {
        return new JsonObject().put("kind", "TIERED").put("tiers", new JsonArray(List.of(tiers)));
    }

    private static JsonObject order() {
        return booking(id())
                .put("payable", payable("SHOP_ORDER"))
                .put("policy", new JsonObject().put("kind", "UNTIL_PROCESSED"));
    }

    private static JsonObject plain(String type) {
        JsonObject request = booking(id()).put("payable", payable(type));
        request.remove("policy");
        return request;
    }
}
