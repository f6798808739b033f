package com.coworkpay.tools.local;

import com.coworkpay.tools.local.stack.Addresses;
import com.coworkpay.tools.local.stack.Secrets;
import com.coworkpay.tools.local.stack.StackException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// The two locations whose administrator is minji; made through the front door by the booking system's token, once.
public final class ReadyMadeLocations {
    /// By id; the first is the one that the first steps are about.
    public static final Map<String, String> TITLES = Collections.unmodifiableMap(titles());

    public static final String TIMEZONE = "Asia/Seoul";

    private ReadyMadeLocations() {}

    private static Map<String, String> titles() {
        var titles = new LinkedHashMap<String, String>();
        titles.put("gangnam", "CoworkPay Gangnam");
        titles.put("hongdae", "CoworkPay Hongdae");
        return titles;
    }

    static void make(Addresses addresses, Secrets secrets) {
        var http = new Http();
        try {
            String token = new TokenClient(http, addresses.issuer(), secrets).machine("booking-system");
            var headers = Map.of("Authorization", "Bearer " + token);
            for (var location : TITLES.entrySet()) {
                var uri = addresses.frontDoor().resolve("/v1/locations/" + location.getKey());
                if (http.send("GET", uri, headers, null).status() == 404) {
                    require(http.send("PUT", uri, headers, body(location.getValue())), location.getKey());
                    var schedules = "/v1/locations/" + location.getKey() + "/schedules/";
                    require(
                            http.send(
                                    "PUT",
                                    addresses.frontDoor().resolve(schedules + "DEFAULT"),
                                    headers,
                                    openFrom("08:00", 7)),
                            location.getKey());
                    require(
                            http.send(
                                    "PUT",
                                    addresses.frontDoor().resolve(schedules + "PUBLIC"),
                                    headers,
                                    openFrom("10:00", 5)),
                            location.getKey());
                }
            }
        } catch (IOException failed) {
            throw new StackException("The ready-made locations could not be made: " + failed.getMessage(), failed);
        }
    }

    private static void require(Http.Answer answer, String location) {
        if (answer.status() / 100 != 2) {
            throw new StackException(
                    "Location " + location + " could not be made: " + answer.status() + " " + answer.body());
        }
    }

    private static JsonObject body(String title) {
        return new JsonObject()
                .put("title", title)
                .put("timezone", TIMEZONE)
                .put("locale", "ko")
                .put("refundApprovalLimitKrw", 100_000)
                .put("seller", seller());
    }

    /// @param days from Monday on
    private static JsonObject openFrom(String time, int days) {
        var weekly = new JsonObject();
        Arrays.stream(DayOfWeek.values())
                .limit(days)
                .forEach(day -> weekly.put(
                        day.name(),
                        new JsonArray().add(new JsonObject().put("opens", time).put("closes", "22:00"))));
        return new JsonObject().put("validFrom", "2026-01-01").put("weekly", weekly);
    }

    /// Invented; the number has its check digit.
    private static JsonObject seller() {
        return new JsonObject()
                .put("name", "코워크페이 주식회사")
                .put("businessNumber", "123-45-67891")
                .put("representative", "김민지")
                .put("address", "서울특별시 강남구 테헤란로 1")
                .put("phone", "02-1234-5678");
    }
}
