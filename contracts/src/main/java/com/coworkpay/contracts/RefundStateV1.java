package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.EventData;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The whole public state of a payment's refunds: the data of every event on `refund.events` but the releases of
/// cancellations (docs/contracts/schemas/refund-state.v1.json). Amounts are whole won. Coded values are text, as in
/// [PaymentStateV1].
///
/// @param version of the payment's refunds, not of the payment
/// @param refundedKrw refunded at KakaoPay, by a refund of ours or by a cancel in its dashboard
/// @param reservedKrw asked to be refunded and not yet ended
/// @param refundedElsewhereKrw given back another way, as a person confirmed
/// @param refunds oldest first; at most [#MAX_REFUNDS]
/// @param decisions the newest [#MAX_DECISIONS], oldest first
/// @param decisionsOmitted the number of older ones
public record RefundStateV1(
        UUID paymentId,
        long version,
        String locationId,
        boolean live,
        Payable payable,
        boolean overpaid,
        long totalKrw,
        long vatKrw,
        long taxFreeKrw,
        long refundedKrw,
        long refundedVatKrw,
        long refundedTaxFreeKrw,
        long reservedKrw,
        long refundedElsewhereKrw,
        long balanceKrw,
        List<Refund> refunds,
        List<Decision> decisions,
        long decisionsOmitted) {

    /// More than refund-service makes of one payment.
    public static final int MAX_REFUNDS = 1000;

    public static final int MAX_DECISIONS = 20;

    public record Payable(String type, String id) {}

    /// @param refundId sent to KakaoPay as the cancel's payload
    /// @param canceledAt KakaoPay's own time of the cancel
    /// @param approval absent where nobody has to approve it
    /// @param batchId of the refund batch that requested it
    public record Refund(
            UUID refundId,
            String status,
            String origin,
            String reason,
            long amountKrw,
            long supplyKrw,
            long vatKrw,
            long taxFreeKrw,
            @Nullable UUID decisionId,
            @Nullable String cancellationId,
            @Nullable String failure,
            @Nullable String aid,
            Instant requestedAt,
            @Nullable Instant canceledAt,
            @Nullable Instant failedAt,
            @Nullable Instant manualReviewSince,
            @Nullable String manualReviewReason,
            @Nullable Approval approval,
            @Nullable UUID batchId) {

        static Refund read(EventData data) {
            EventData approval = data.objectOrNull("approval");
            return new Refund(
                    data.uuid("refundId"),
                    data.id("status"),
                    data.id("origin"),
                    data.id("reason"),
                    data.longValue("amountKrw", 1),
                    data.longValue("supplyKrw", 0),
                    data.longValue("vatKrw", 0),
                    data.longValue("taxFreeKrw", 0),
                    data.uuidOrNull("decisionId"),
                    data.idOrNull("cancellationId"),
                    data.idOrNull("failure"),
                    data.idOrNull("aid"),
                    data.instant("requestedAt"),
                    data.instantOrNull("canceledAt"),
                    data.instantOrNull("failedAt"),
                    data.instantOrNull("manualReviewSince"),
                    data.idOrNull("manualReviewReason"),
                    approval == null ? null : Approval.read(approval),
                    data.uuidOrNull("batchId"));
        }
    }

    /// @param needed how many persons have to approve it
    /// @param given how many have
    /// @param limitKrw the location's limit that it is above
    /// @param expiresAt from then on one that waits has failed
    public record Approval(long needed, long given, long limitKrw, Instant expiresAt) {

        static Approval read(EventData data) {
            return new Approval(
                    data.longValue("needed", 1),
                    data.longValue("given", 0),
                    data.longValue("limitKrw", 0),
                    data.instant("expiresAt"));
        }
    }

    /// @param cancellationId absent for an overpayment
    public record Decision(
            UUID decisionId,
            @Nullable String cancellationId,
            String outcome,
            String reason,
            long amountKrw,
            @Nullable UUID refundId,
            @Nullable Instant deadlineAt,
            Instant decidedAt) {

        static Decision read(EventData data) {
            return new Decision(
                    data.uuid("decisionId"),
                    data.idOrNull("cancellationId"),
                    data.id("outcome"),
                    data.id("reason"),
                    data.longValue("amountKrw", 0),
                    data.uuidOrNull("refundId"),
                    data.instantOrNull("deadlineAt"),
                    data.instant("decidedAt"));
        }
    }

    /// @throws com.coworkpay.platform.outbox.UnreadableEventException for data that does not fit the contract
    public static RefundStateV1 read(JsonNode json) {
        EventData data = EventData.of(json);
        EventData payable = data.object("payable");
        return new RefundStateV1(
                data.uuid("paymentId"),
                data.longValue("version", 1),
                data.locationId("locationId"),
                data.booleanValue("live"),
                new Payable(payable.id("type"), payable.id("id")),
                data.booleanValue("overpaid"),
                data.longValue("totalKrw", 1),
                data.longValue("vatKrw", 0),
                data.longValue("taxFreeKrw", 0),
                data.longValue("refundedKrw", 0),
                data.longValue("refundedVatKrw", 0),
                data.longValue("refundedTaxFreeKrw", 0),
                data.longValue("reservedKrw", 0),
                data.longValue("refundedElsewhereKrw", 0),
                data.longValue("balanceKrw", 0),
                data.objects("refunds", MAX_REFUNDS).stream().map(Refund::read).toList(),
                data.objects("decisions", MAX_DECISIONS).stream()
                        .map(Decision::read)
                        .toList(),
                data.longValue("decisionsOmitted", 0));
    }
}
