package com.coworkpay.refund.support;

import com.coworkpay.kakaopay.simulator.Method;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How something is paid for: speaks to the simulator as payment-service would.
public record PaymentSpec(
        String payableType,
        String payableId,
        long totalKrw,
        long taxFreeKrw,
        @Nullable JsonObject policy,
        @Nullable String startAt,
        @Nullable String day,
        boolean overpaid,
        Method method) {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ZoneId KST = ZoneId.of("Asia/Seoul");

    public static PaymentSpec of(String type) {
        return new PaymentSpec(
                type,
                type.toLowerCase(java.util.Locale.ROOT) + "-" + UUID.randomUUID(),
                22000,
                0,
                null,
                null,
                null,
                false,
                Method.MONEY);
    }

    /// Starts in 2030; refundable until a day before.
    public static PaymentSpec booking() {
        return of("BOOKING").startAt("2030-01-10T09:00:00+09:00").policy("BEFORE_START", "P1D");
    }

    public PaymentSpec policy(String kind, @Nullable String before) {
        JsonObject json = new JsonObject().put("kind", kind);
        return policy(before == null ? json : json.put("before", before));
    }

    public PaymentSpec policy(@Nullable JsonObject json) {
        return new PaymentSpec(payableType, payableId, totalKrw, taxFreeKrw, json, startAt, day, overpaid, method);
    }

    public PaymentSpec startAt(@Nullable String start) {
        return new PaymentSpec(payableType, payableId, totalKrw, taxFreeKrw, policy, start, null, overpaid, method);
    }

    public PaymentSpec day(String date) {
        return new PaymentSpec(payableType, payableId, totalKrw, taxFreeKrw, policy, null, date, overpaid, method);
    }

    public PaymentSpec amounts(long total, long taxFree) {
        return new PaymentSpec(payableType, payableId, total, taxFree, policy, startAt, day, overpaid, method);
    }

    public PaymentSpec asOverpayment() {
        return new PaymentSpec(payableType, payableId, totalKrw, taxFreeKrw, policy, startAt, day, true, method);
    }

    public PaymentSpec byCard() {
        return new PaymentSpec(
                payableType, payableId, totalKrw, taxFreeKrw, policy, startAt, day, overpaid, Method.CARD);
    }

    public PaymentSpec of(TestPayment other) {
        return new PaymentSpec(
                payableType, other.payableId(), totalKrw, taxFreeKrw, policy, startAt, day, overpaid, method);
    }

    TestPayment at(TestLocation place) {
        String id = UUID.randomUUID().toString();
        long vat = (2 * (totalKrw - taxFreeKrw) + 11) / 22;
        JsonObject ready = call(
                "ready",
                new JsonObject()
                        .put("cid", TestEnvironment.CID)
                        .put("partner_order_id", id)
                        .put("partner_user_id", "payer-1")
                        .put("item_name", "회의실")
                        .put("quantity", 1)
                        .put("total_amount", totalKrw)
                        .put("tax_free_amount", taxFreeKrw)
                        .put("vat_amount", vat)
                        .put("approval_url", TestEnvironment.DOMAIN + "/a")
                        .put("cancel_url", TestEnvironment.DOMAIN + "/c")
                        .put("fail_url", TestEnvironment.DOMAIN + "/f"));
        String back = place.kakaoPay().pay(ready.getString("next_redirect_pc_url"), method);
        JsonObject approved = call(
                "approve",
                new JsonObject()
                        .put("cid", TestEnvironment.CID)
                        .put("tid", ready.getString("tid"))
                        .put("partner_order_id", id)
                        .put("partner_user_id", "payer-1")
                        .put("pg_token", back.substring(back.indexOf("pg_token=") + 9)));
        Instant approvedAt = LocalDateTime.parse(approved.getString("approved_at"))
                .atZone(KST)
                .toInstant();
        return new TestPayment(
                id, ready.getString("tid"), approvedAt, state(place, id, ready.getString("tid"), vat, approvedAt));
    }

    private JsonObject state(TestLocation place, String id, String tid, long vat, Instant approvedAt) {
        return new JsonObject()
                .put("paymentId", id)
                .put("version", 3)
                .put("locationId", place.location())
                .put("status", overpaid ? "CANCELED" : "SUCCEEDED")
                .put("reason", overpaid ? "LATE_APPROVAL" : null)
                .put("payerId", "payer-1")
                .put("ownerId", "owner-1")
                .put("ownerRole", "LOCATION_MEMBER")
                .put(
                        "payable",
                        new JsonObject()
                                .put("type", payableType)
                                .put("id", payableId)
                                .put("resourceType", "ROOM")
                                .put("resourceId", "room-7")
                                .put("eventId", null)
                                .put("startAt", startAt)
                                .put("day", day))
                .put("description", "회의실 A, 2시간")
                .put("totalKrw", totalKrw)
                .put("supplyKrw", totalKrw - taxFreeKrw - vat)
                .put("taxFreeKrw", taxFreeKrw)
                .put("vatKrw", vat)
                .put("quantity", 1)
                .put("device", "PC")
                .put("policy", policy)
                .put("live", true)
                .put("merchantAccountId", place.account())
                .put("cid", TestEnvironment.CID)
                .put("tid", tid)
                .put("method", method.name())
                .put("cardCompany", null)
                .put("createdAt", approvedAt.minusSeconds(60).toString())
                .put("initiatedAt", approvedAt.minusSeconds(59).toString())
                .put("approvedAt", approvedAt.toString())
                .put("canceledAt", null)
                .put("failedAt", null)
                .put("overpaidKrw", overpaid ? totalKrw : 0)
                .put("unsettledSince", null);
    }

    public static JsonObject call(String operation, JsonObject body) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(TestEnvironment.simulatorUrl() + "/online/v1/payment/" + operation))
                .header("Authorization", "SECRET_KEY " + TestEnvironment.KEY)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                .build();
        try {
            HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(operation + ": " + answer.body());
            }
            return new JsonObject(answer.body());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
