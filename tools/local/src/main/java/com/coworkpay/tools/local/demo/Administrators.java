package com.coworkpay.tools.local.demo;

import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.TokenClient;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What the two administrators of the locations, minji and dohyun, ask and do. Where none is named it is minji.
final class Administrators {
    private final ApiCalls calls;
    private final String first;
    private final String second;

    Administrators(ApiCalls calls, TokenClient callers, String... locations) throws IOException {
        this.calls = calls;
        String scope = "location:" + String.join(" location:", locations);
        this.first = callers.person("minji", scope);
        this.second = callers.person("dohyun", scope);
    }

    /// The answer as it is: a refusal is what some steps are about. One that only says "not now" is tried again.
    Http.Answer connect(String location, String kind, String key, String cid) {
        var body = new JsonObject().put("credentialKind", kind).put("key", key).put("cid", cid);
        return RetryingCaller.until(
                () -> calls.call(first, "PUT", ApiCalls.LOCATIONS + location + "/kakaopay/connection", body),
                answer -> answer.status() < 500 && !ApiCalls.isRefusedFor(answer, "changed-meanwhile"),
                "an answer to connecting");
    }

    /// The answer as it is.
    Http.Answer disconnect(String location) {
        return RetryingCaller.answered(() ->
                calls.call(first, "DELETE", ApiCalls.LOCATIONS + location + "/kakaopay/connection?confirm=true", null));
    }

    void switchBookings(String location, boolean on) {
        var body = new JsonObject().put("payables", new JsonObject().put("BOOKING", on));
        ApiCalls.success(RetryingCaller.answered(
                () -> calls.call(first, "PATCH", ApiCalls.LOCATIONS + location + "/kakaopay/settings", body)));
    }

    /// What staff see of a payment's refunds.
    JsonObject refunds(StartedPayment attempt) {
        return ApiCalls.success(
                        RetryingCaller.answered(() -> calls.call(first, "GET", ApiCalls.refundsOf(attempt), null)))
                .json();
    }

    JsonObject awaitRefunds(StartedPayment attempt, long refundedKrw) {
        return RetryingCaller.until(
                        () -> calls.call(first, "GET", ApiCalls.refundsOf(attempt), null),
                        answer -> answer.status() == 200 && answer.json().getLong("refundedKrw") == refundedKrw,
                        refundedKrw + " won refunded of payment " + attempt.id())
                .json();
    }

    /// An administrator's refund; the answer as it is.
    Http.Answer refund(StartedPayment attempt, Long amountKrw, long balanceKrw, String idempotencyKey) {
        var body = new JsonObject()
                .put("amountKrw", amountKrw)
                .put("balanceKrw", balanceKrw)
                .put("reason", "REQUESTED_BY_CUSTOMER")
                .put("note", "데모: 일부 환불");
        return RetryingCaller.until(
                () -> calls.post(first, ApiCalls.refundsOf(attempt), idempotencyKey, body),
                answer -> answer.status() < 500 && !ApiCalls.isRefusedFor(answer, "payment-not-known-yet"),
                "an answer to a refund");
    }

    /// What one of the two administrators answers to a refund that waits for approval; the answer as it is.
    Http.Answer approve(String who, StartedPayment attempt, String refundId, long amountKrw, String answer) {
        var body = new JsonObject()
                .put("answer", answer)
                .put("amountKrw", amountKrw)
                .put("note", "데모: 회원과 통화함");
        return RetryingCaller.answered(
                () -> calls.call(token(who), "POST", ApiCalls.refundsOf(attempt) + "/" + refundId + "/approval", body));
    }

    /// The refund of this cancellation or wish that KakaoPay has refused for good.
    JsonObject awaitFailedRefund(StartedPayment attempt) {
        return RetryingCaller.until(
                        () -> refunds(attempt).getJsonArray("refunds").stream()
                                .map(JsonObject.class::cast)
                                .filter(refund -> "FAILED".equals(refund.getString("status")))
                                .toList(),
                        failed -> !failed.isEmpty(),
                        "a failed refund of payment " + attempt.id())
                .getFirst();
    }

    /// A person's word about a refund; the answer as it is.
    Http.Answer resolve(StartedPayment attempt, String refundId, String outcome, String evidence) {
        String key = UUID.randomUUID().toString();
        var body = new JsonObject().put("outcome", outcome).put("evidence", evidence);
        return RetryingCaller.answered(
                () -> calls.post(first, ApiCalls.refundsOf(attempt) + "/" + refundId + "/resolution", key, body));
    }

    /// A comparison with KakaoPay, now.
    JsonObject compare(StartedPayment attempt) {
        return ApiCalls.success(RetryingCaller.answered(() -> calls.call(
                        first,
                        "POST",
                        ApiCalls.LOCATIONS + attempt.locationId() + "/payments/" + attempt.id() + "/comparisons",
                        null)))
                .json();
    }

    /// What the booking system told that cannot be true, once it is there.
    JsonObject awaitSetAside(String location, String cancellationId) {
        return RetryingCaller.until(
                        () -> ApiCalls.success(calls.call(first, "GET", setAside(location) + "?limit=200", null))
                                .json()
                                .getJsonArray("cancellations")
                                .stream()
                                .map(JsonObject.class::cast)
                                .filter(each -> cancellationId.equals(each.getString("cancellationId")))
                                .toList(),
                        found -> !found.isEmpty(),
                        "cancellation " + cancellationId + " set aside")
                .getFirst();
    }

    /// The newest entry of the audit about a set-aside cancellation.
    JsonObject lastRefundAct(String location, String setAsideId) {
        String path = "/v1/locations/" + location + "/refunds/audit?objectType=CANCELLATION&objectId=" + setAsideId;
        return ApiCalls.success(RetryingCaller.answered(() -> calls.call(first, "GET", path, null)))
                .json()
                .getJsonArray("entries")
                .getJsonObject(0);
    }

    void release(String location, String setAsideId, String note) {
        ApiCalls.success(RetryingCaller.answered(() -> calls.call(
                first,
                "POST",
                setAside(location) + "/" + setAsideId + "/release",
                new JsonObject().put("note", note))));
    }

    private static String setAside(String location) {
        return ApiCalls.LOCATIONS + location + "/cancellations/set-aside";
    }

    /// What an administrator asks or does about the location's refund batches; the answer as it is.
    ///
    /// @param who minji or dohyun
    /// @param path below `refund-batches`
    Http.Answer batches(String who, String method, String location, String path, @Nullable JsonObject body) {
        return RetryingCaller.answered(
                () -> calls.call(token(who), method, ApiCalls.LOCATIONS + location + "/refund-batches" + path, body));
    }

    private String token(String who) {
        return who.equals("minji") ? first : second;
    }
}
