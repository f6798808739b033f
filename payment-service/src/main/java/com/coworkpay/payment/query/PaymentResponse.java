package com.coworkpay.payment.query;

import com.coworkpay.contracts.RefundPolicy;
import com.coworkpay.contracts.Role;
import com.coworkpay.payment.domain.ApprovalDetails;
import com.coworkpay.payment.domain.Decline;
import com.coworkpay.payment.domain.Device;
import com.coworkpay.payment.domain.LocalizedText;
import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.PublicStatus;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.payment.domain.ReasonTexts;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
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

        @Schema(description = "The checkout that it is an attempt to pay") @Nullable
        UUID checkoutId,

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
                PayableResponse.of(p),
                p.description(),
                p.amounts().totalKrw(),
                p.amounts().supplyKrw(),
                p.amounts().vatKrw(),
                p.amounts().taxFreeKrw(),
                found.refundedKrw(),
                found.refundPendingKrw(),
                PaymentRefundResponse.of(found),
                p.overpaidKrw(),
                p.quantity(),
                p.device(),
                policy(p.policy()),
                p.live(),
                p.checkoutId(),
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

    public static @Nullable Map<String, Object> policy(@Nullable RefundPolicy policy) {
        return maybe(policy, shown -> JSON.convertValue(shown.json(), OBJECT));
    }

    private static <T, R> @Nullable R maybe(@Nullable T value, Function<T, @Nullable R> read) {
        return value == null ? null : read.apply(value);
    }
}
