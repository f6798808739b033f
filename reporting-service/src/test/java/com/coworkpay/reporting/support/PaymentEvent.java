package com.coworkpay.reporting.support;

import com.coworkpay.platform.outbox.Ids;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A payment's state as payment-service would tell it; each step is a state of a higher version.
public record PaymentEvent(JsonObject state) {

    public static PaymentEvent begun(String location, Instant at) {
        return begun(location, at, 22_000, 0);
    }

    public static PaymentEvent begun(String location, Instant at, long total, long taxFree) {
        long vat = (2 * (total - taxFree) + 11) / 22;
        String id = Ids.next().toString();
        return new PaymentEvent(new JsonObject()
                .put("paymentId", id)
                .put("version", 2)
                .put("locationId", location)
                .put("status", "PENDING")
                .putNull("reason")
                .put("payerId", "payer-" + id.substring(24))
                .put("ownerId", "owner-1")
                .put("ownerRole", "LOCATION_MEMBER")
                .put(
                        "payable",
                        new JsonObject()
                                .put("type", "BOOKING")
                                .put("id", "booking-" + id.substring(24))
                                .put("resourceType", "ROOM")
                                .put("resourceId", "room-7")
                                .putNull("eventId")
                                .put("startAt", "2030-01-10T00:00:00Z")
                                .putNull("day"))
                .put("description", "회의실 A, 2시간")
                .put("totalKrw", total)
                .put("supplyKrw", total - taxFree - vat)
                .put("vatKrw", vat)
                .put("taxFreeKrw", taxFree)
                .put("quantity", 1)
                .put("device", "PC")
                .put("policy", new JsonObject().put("kind", "NO_REFUND"))
                .put("live", true)
                .put("merchantAccountId", "acc-" + location)
                .put("cid", "CWPAYSHOP1")
                .put("tid", "T" + id.replace("-", "").substring(14).toUpperCase(java.util.Locale.ROOT))
                .putNull("method")
                .putNull("cardCompany")
                .put("createdAt", at.toString())
                .put("initiatedAt", at.toString())
                .putNull("approvedAt")
                .putNull("canceledAt")
                .putNull("failedAt")
                .put("overpaidKrw", 0)
                .putNull("unsettledSince"));
    }

    public static PaymentEvent paid(String location, Instant at) {
        return begun(location, at.minusSeconds(60)).paid(at);
    }

    public static PaymentEvent paid(String location, Instant at, long total, long taxFree) {
        return begun(location, at.minusSeconds(60), total, taxFree).paid(at);
    }

    public PaymentEvent paid(Instant at) {
        return next("status", "SUCCEEDED")
                .with("approvedAt", at.toString())
                .with("method", "CARD")
                .with("cardCompany", "신한카드");
    }

    public PaymentEvent canceled(Instant at) {
        return next("status", "CANCELED").with("reason", "EXPIRED").with("canceledAt", at.toString());
    }

    /// Money found where none was owed.
    public PaymentEvent overpaid(Instant takenAt) {
        return next("status", "CANCELED")
                .with("reason", "LATE_APPROVAL")
                .with("canceledAt", takenAt.toString())
                .with("approvedAt", takenAt.toString())
                .with("overpaidKrw", state.getLong("totalKrw"));
    }

    public PaymentEvent test() {
        return with("live", false);
    }

    public PaymentEvent payable(String type, String id) {
        JsonObject payable =
                state.getJsonObject("payable").copy().put("type", type).put("id", id);
        return with("payable", payable);
    }

    /// The same state with another word in it.
    public PaymentEvent with(String name, @Nullable Object value) {
        return new PaymentEvent(state.copy().put(name, value));
    }

    private PaymentEvent next(String name, Object value) {
        return with(name, value).with("version", version() + 1);
    }

    public String id() {
        return state.getString("paymentId");
    }

    public String location() {
        return state.getString("locationId");
    }

    public long version() {
        return state.getLong("version");
    }

    public long total() {
        return state.getLong("totalKrw");
    }

    public String type() {
        if (state.getLong("overpaidKrw") > 0) {
            return "coworkpay.payment.overpaid.v1";
        }
        return switch (state.getString("status")) {
            case "SUCCEEDED" -> "coworkpay.payment.paid.v1";
            case "CANCELED" -> "coworkpay.payment.canceled.v1";
            case "FAILED" -> "coworkpay.payment.failed.v1";
            default -> "coworkpay.payment.initiated.v1";
        };
    }
}
