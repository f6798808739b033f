package com.coworkpay.payment.query;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.contracts.ResourceType;
import com.coworkpay.contracts.Role;
import com.coworkpay.payment.domain.ApprovalDetails;
import com.coworkpay.payment.domain.Decline;
import com.coworkpay.payment.domain.Device;
import com.coworkpay.payment.domain.LocalizedText;
import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.PublicStatus;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.domain.ReasonTexts;
import com.coworkpay.payment.domain.RefundReason;
import com.coworkpay.payment.domain.RefundStatus;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A payment as shown to its payer, to people of its location and to the machine that began it.
@Schema(
        name = "PaymentResponse",
        requiredProperties = {
            "paymentId",
            "version",
            "locationId",
            "status",
            "payerId",
            "ownerId",
            "ownerRole",
            "payable",
            "description",
            "totalKrw",
            "supplyKrw",
            "vatKrw",
            "taxFreeKrw",
            "refundedKrw",
            "refundPendingKrw",
            "refunds",
            "overpaidKrw",
            "quantity",
            "device",
            "live",
            "createdAt"
        })
public record PaymentResponse(
        UUID paymentId,
        long version,
        String locationId,

        @Schema(description = "A refund leaves it SUCCEEDED; refundedKrw is how much was refunded")
        PublicStatus status,

        @Schema(description = "Why it is over without being paid") @Nullable
        String reason,

        String payerId,
        String ownerId,
        Role ownerRole,
        PayableResponse payable,
        String description,
        long totalKrw,
        long supplyKrw,
        long vatKrw,
        long taxFreeKrw,

        @Schema(
                description =
                        "What the payer got back in all: refunded by KakaoPay, or by the location another way, such as a"
                                + " bank transfer, once a person recorded it")
        long refundedKrw,

        @Schema(description = "Being refunded by KakaoPay") long refundPendingKrw,

        @Schema(description = "Oldest first") List<PaymentRefundResponse> refunds,

        @Schema(description = "Money that was taken without being owed; it is refunded in full")
        long overpaidKrw,

        int quantity,
        Device device,
        @Nullable Map<String, Object> policy,
        boolean live,

        @Schema(description = "KakaoPay's id of the transaction") @Nullable
        String tid,

        @Schema(description = "CARD, MONEY or OTHER") @Nullable
        String method,

        @Nullable String cardCompany,
        Instant createdAt,
        @Nullable Instant expiresAt,

        @Schema(description = "KakaoPay's own time") @Nullable
        Instant approvedAt,

        @Nullable Instant canceledAt,
        @Nullable Instant failedAt,

        @Schema(description = "What the reason means") @Nullable
        LocalizedText reasonText,

        @Schema(description = "KakaoPay's reason for a decline, for payment:read") @Nullable
        String declineCode,

        @Schema(description = "What it means") @Nullable LocalizedText declineText,

        @Schema(description = "In manual review since then, while it is open; for payment:read") @Nullable
        Instant manualReviewSince) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    @Schema(name = "PayableResponse")
    record PayableResponse(
            PayableType type,
            String id,
            @Nullable ResourceType resourceType,
            @Nullable String resourceId,
            @Nullable String eventId,
            @Nullable Instant startAt,
            @Nullable LocalDate day) {}

    @Schema(
            name = "PaymentRefundResponse",
            requiredProperties = {"refundId", "status", "reason", "amountKrw", "requestedAt"})
    record PaymentRefundResponse(
            UUID refundId,

            @Schema(
                    description =
                            "SUCCEEDED: refunded by KakaoPay; FAILED: not refunded by KakaoPay. If the location then"
                                    + " refunded it another way, refundedKrw includes it")
            RefundStatus status,

            @Schema(
                    description = "CANCELLATION: what was paid for was cancelled; NOT_OWED: taken without being owed;"
                            + " BY_LOCATION: the location refunded it")
            RefundReason reason,

            long amountKrw,
            Instant requestedAt,

            @Schema(description = "KakaoPay's own time") @Nullable
            Instant refundedAt,

            @Nullable Instant failedAt) {}

    static PaymentResponse of(PaymentDetails found) {
        Payment p = found.payment();
        ApprovalDetails approval = p.approval();
        String declineCode = found.forPeopleOfTheLocation() ? p.declineCode() : null;
        return new PaymentResponse(
                p.id(),
                p.version(),
                p.locationId(),
                p.status().publicStatus(),
                maybe(p.reason(), Reason::name),
                p.payerId(),
                p.ownerId(),
                Role.valueOf(p.ownerRole()),
                payable(p),
                p.description(),
                p.amounts().totalKrw(),
                p.amounts().supplyKrw(),
                p.amounts().vatKrw(),
                p.amounts().taxFreeKrw(),
                found.refundedKrw(),
                found.refundPendingKrw(),
                found.refunds().stream()
                        .map(refund -> refund((JsonObject) refund))
                        .toList(),
                p.overpaidKrw(),
                p.quantity(),
                p.device(),
                maybe(p.policy(), policy -> JSON.convertValue(policy.json(), OBJECT)),
                p.live(),
                p.tid(),
                maybe(approval, ApprovalDetails::method),
                maybe(approval, ApprovalDetails::cardCompany),
                p.createdAt(),
                p.expiresAt(),
                maybe(approval, ApprovalDetails::approvedAt),
                p.canceledAt(),
                p.failedAt(),
                maybe(p.reason(), ReasonTexts::of),
                declineCode,
                maybe(declineCode, code -> ReasonTexts.of(new Decline(code))),
                found.forPeopleOfTheLocation() ? p.openReviewSince() : null);
    }

    private static PayableResponse payable(Payment p) {
        return new PayableResponse(
                PayableType.valueOf(p.payableType()),
                p.payableId(),
                maybe(p.resourceType(), ResourceType::valueOf),
                p.resourceId(),
                p.eventId(),
                p.startAt(),
                p.startDay());
    }

    private static PaymentRefundResponse refund(JsonObject refund) {
        return new PaymentRefundResponse(
                UUID.fromString(refund.getString("refundId")),
                RefundStatus.valueOf(refund.getString("status")),
                RefundReason.valueOf(refund.getString("reason")),
                refund.getLong("amountKrw"),
                Instant.parse(refund.getString("requestedAt")),
                maybe(refund.getString("refundedAt"), Instant::parse),
                maybe(refund.getString("failedAt"), Instant::parse));
    }

    private static <T, R> @Nullable R maybe(@Nullable T value, Function<T, @Nullable R> read) {
        return value == null ? null : read.apply(value);
    }
}
