package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.EventData;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The whole public state of a payment: the data of every event on `payment.events`
/// (docs/contracts/schemas/payment-state.v1.json). Amounts are whole won.
///
/// Coded values (status, reason, role, type, method) are text here: a consumer keeps one that it does not know, and
/// what it does with it is said where it uses it. An event of money that was paid is never a dead letter for it.
///
/// @param status as the payer sees it
/// @param approvedAt KakaoPay's own; of an overpayment, when its money was taken
/// @param overpaidKrw money taken without being owed
public record PaymentStateV1(
        UUID paymentId,
        long version,
        String locationId,
        String status,
        @Nullable String reason,
        String payerId,
        String ownerId,
        String ownerRole,
        Payable payable,
        String description,
        long totalKrw,
        long supplyKrw,
        long vatKrw,
        long taxFreeKrw,
        long quantity,
        String device,
        @Nullable RefundPolicy policy,
        boolean live,
        String merchantAccountId,
        String cid,
        @Nullable String tid,
        @Nullable String method,
        @Nullable String cardCompany,
        Instant createdAt,
        @Nullable Instant initiatedAt,
        @Nullable Instant approvedAt,
        @Nullable Instant canceledAt,
        @Nullable Instant failedAt,
        long overpaidKrw,
        @Nullable Instant unsettledSince) {

    private static final String PAID = "SUCCEEDED";
    private static final int MAX_PAYABLE_ID = 100;

    /// OpenID Connect: a subject has at most 255 characters.
    private static final int MAX_SUBJECT = 255;

    /// What is paid for, with what a refund will need to know of it.
    public record Payable(
            String type,
            String id,
            @Nullable String resourceType,
            @Nullable String resourceId,
            @Nullable String eventId,
            @Nullable Instant startAt,
            @Nullable LocalDate day) {

        static Payable read(EventData data) {
            return new Payable(
                    data.id("type"),
                    data.text("id", MAX_PAYABLE_ID),
                    data.idOrNull("resourceType"),
                    data.idOrNull("resourceId"),
                    data.idOrNull("eventId"),
                    data.instantOrNull("startAt"),
                    data.dayOrNull("day"));
        }
    }

    /// @throws com.coworkpay.platform.outbox.UnreadableEventException for data that does not fit the contract
    public static PaymentStateV1 read(JsonNode json) {
        EventData data = EventData.of(json);
        long totalKrw = data.longValue("totalKrw", 1);
        long supplyKrw = data.longValue("supplyKrw", 0);
        long vatKrw = data.longValue("vatKrw", 0);
        long taxFreeKrw = data.longValue("taxFreeKrw", 0);
        if (totalKrw > Amounts.MAX_KRW) {
            throw data.unreadable("totalKrw", "at most " + Amounts.MAX_KRW);
        }
        if (supplyKrw > totalKrw || vatKrw > totalKrw || totalKrw != supplyKrw + vatKrw + taxFreeKrw) {
            throw data.unreadable("totalKrw", "the sum of its parts");
        }
        var state = new PaymentStateV1(
                data.uuid("paymentId"),
                data.longValue("version", 1),
                data.locationId("locationId"),
                data.id("status"),
                data.idOrNull("reason"),
                data.text("payerId", MAX_SUBJECT),
                data.text("ownerId", MAX_SUBJECT),
                data.id("ownerRole"),
                Payable.read(data.object("payable")),
                data.text("description"),
                totalKrw,
                supplyKrw,
                vatKrw,
                taxFreeKrw,
                data.longValue("quantity", 1),
                data.id("device"),
                policy(data.jsonOrNull("policy")),
                data.booleanValue("live"),
                data.id("merchantAccountId"),
                data.id("cid"),
                data.idOrNull("tid"),
                data.idOrNull("method"),
                data.textOrNull("cardCompany"),
                data.instant("createdAt"),
                data.instantOrNull("initiatedAt"),
                data.instantOrNull("approvedAt"),
                data.instantOrNull("canceledAt"),
                data.instantOrNull("failedAt"),
                data.longValue("overpaidKrw", 0),
                data.instantOrNull("unsettledSince"));
        if (state.isMoneyTaken() && (state.tid == null || state.approvedAt == null)) {
            throw data.unreadable(state.tid == null ? "tid" : "approvedAt", "given where money was taken");
        }
        return state;
    }

    public PayableRef payableRef() {
        return new PayableRef(locationId, payable.type, payable.id);
    }

    public boolean isOverpaid() {
        return overpaidKrw > 0;
    }

    public boolean isMoneyTaken() {
        return isOverpaid() || status.equals(PAID);
    }

    private static @Nullable RefundPolicy policy(@Nullable JsonNode json) {
        return json == null ? null : RefundPolicy.of(json);
    }
}
