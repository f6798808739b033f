package com.coworkpay.payment.checkout;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.contracts.RefundPolicy;
import com.coworkpay.contracts.RefundStep;
import com.coworkpay.contracts.ResourceType;
import com.coworkpay.contracts.TimeZones;
import com.coworkpay.payment.domain.LocalizedText;
import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.initiation.InitiationProblems;
import com.coworkpay.payment.initiation.RejectionReason;
import com.coworkpay.payment.query.PaymentDetails;
import com.coworkpay.payment.query.PaymentResponse;
import com.coworkpay.payment.returnurl.PortalRedirect;
import com.coworkpay.platform.problem.Language;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.platform.problem.ProblemTexts;
import com.coworkpay.platform.problem.ProblemType;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A checkout, for its page: what whoever holds the link may know. No payer, no TID.
@Schema(
        name = "CheckoutResponse",
        requiredProperties = {
            "checkoutId",
            "version",
            "locationId",
            "payable",
            "description",
            "totalKrw",
            "supplyKrw",
            "vatKrw",
            "taxFreeKrw",
            "quantity",
            "refundSteps",
            "createdAt",
            "expiresAt",
            "payableNow",
            "attempts",
            "over",
            "returnUrl"
        })
record CheckoutResponse(
        UUID checkoutId,

        @Schema(description = "Grows with each change of an attempt")
        long version,

        String locationId,

        @Schema(description = "Null while the location is not known here yet") @Nullable
        CheckoutLocationResponse location,

        CheckoutPayableResponse payable,
        String description,
        long totalKrw,
        long supplyKrw,
        long vatKrw,
        long taxFreeKrw,
        int quantity,

        @Schema(description = "The refund policy, as the caller sent it") @Nullable
        Map<String, Object> policy,

        @Schema(
                description =
                        "The policy's steps with their times and won, earliest first; after the last one nothing goes back. Empty where the policy does not count back from a start, for a full day (it begins when it opens, which refund-service knows once it is paid), and while the location is not known")
        List<StepResponse> refundSteps,

        @Schema(description = "ko or en, where the caller chose one") @Nullable
        String language,

        @Schema(
                description = "False for a KakaoPay test account: no money moves. Null while nothing is connected and"
                        + " nothing was begun")
        @Nullable
        Boolean live,

        Instant createdAt,

        @Schema(description = "No attempt begins from then on")
        Instant expiresAt,

        @Schema(description = "Whether an attempt to pay it would begin now")
        boolean payableNow,

        @Schema(description = "Why not") @Nullable CheckoutObstacleResponse obstacle,

        @Schema(description = "Newest first; at most 20") List<CheckoutAttemptResponse> attempts,

        @Schema(description = "Of the attempt that succeeded") @Nullable
        CheckoutReceiptResponse receipt,

        @Schema(description = "It was paid, or can be paid no more: nothing changes but refunds")
        boolean over,

        @Schema(
                description = "The portal's URL; with paymentId and status of the newest attempt, or of the one that"
                        + " succeeded")
        URI returnUrl) {

    @Schema(
            name = "CheckoutLocationResponse",
            requiredProperties = {"title", "timezone", "locale"})
    record CheckoutLocationResponse(
            String title,

            @Schema(description = "Name of an IANA time zone", examples = "Asia/Seoul")
            String timezone,

            @Schema(examples = "ko") String locale,
            @Nullable CheckoutSellerResponse seller) {}

    /// So much goes back until then.
    @Schema(name = "CheckoutRefundStepResponse")
    record StepResponse(
            @Schema(description = "The last moment that is in time, UTC")
            Instant until,

            @Schema(description = "The same in the location's local time")
            OffsetDateTime untilLocal,

            @Schema(description = "Of the price") int percent,

            @Schema(description = "Whole won, rounded down") long amountKrw) {

        /// Of another process's zone or policy that this one does not know there are none: the policy's words remain.
        static List<StepResponse> of(Checkout checkout, OfferedCheckout.@Nullable Location location) {
            RefundPolicy policy = checkout.policy();
            Instant startAt = checkout.startAt();
            if (policy == null || startAt == null || location == null) {
                return List.of();
            }
            return TimeZones.find(location.timezone())
                    .map(zone -> RefundStep.of(policy, startAt, zone).stream()
                            .map(step -> new StepResponse(
                                    step.until(),
                                    step.until().atZone(zone).toOffsetDateTime(),
                                    step.percent(),
                                    step.shareKrw(checkout.amounts().totalKrw())))
                            .toList())
                    .orElse(List.of());
        }
    }

    @Schema(
            name = "CheckoutPayableResponse",
            requiredProperties = {"type"})
    record CheckoutPayableResponse(
            PayableType type,
            @Nullable ResourceType resourceType,
            @Nullable Instant startAt,

            @Schema(description = "Instead of startAt: a whole day of the location") @Nullable
            LocalDate day) {}

    @Schema(
            name = "CheckoutObstacleResponse",
            requiredProperties = {"type", "title", "detail"})
    record CheckoutObstacleResponse(
            @Schema(
                    description = "That of the problem with which an attempt would be rejected",
                    examples = "urn:coworkpay:problem:payable-already-paid")
            String type,

            LocalizedText title,
            LocalizedText detail,

            @Schema(description = "When it is worth asking again") @Nullable
            Long retryAfterSeconds) {

        static CheckoutObstacleResponse of(RejectionReason reason) {
            ProblemException problem = InitiationProblems.of(reason);
            ProblemType type = problem.type();
            return new CheckoutObstacleResponse(
                    ProblemType.URN + type.slug(),
                    new LocalizedText(
                            ProblemTexts.title(type, Language.KOREAN, Map.of()),
                            ProblemTexts.title(type, Language.ENGLISH, Map.of())),
                    new LocalizedText(
                            ProblemTexts.detail(type, Language.KOREAN, Map.of()),
                            ProblemTexts.detail(type, Language.ENGLISH, Map.of())),
                    problem.retryAfter() == null ? null : problem.retryAfter().toSeconds());
        }
    }

    static CheckoutResponse of(OfferedCheckout offered, List<PaymentDetails> attempts) {
        Checkout checkout = offered.checkout();
        Optional<PaymentDetails> paid = attempts.stream()
                .filter(attempt -> attempt.payment().status() == PaymentStatus.PAID)
                .findFirst();
        Optional<Payment> told = paid.or(() -> attempts.stream().findFirst()).map(PaymentDetails::payment);
        return new CheckoutResponse(
                checkout.id(),
                attempts.stream()
                        .mapToLong(attempt -> attempt.payment().version())
                        .sum(),
                checkout.locationId(),
                location(offered.location()),
                new CheckoutPayableResponse(
                        PayableType.valueOf(checkout.payableType()),
                        checkout.resourceType() == null ? null : ResourceType.valueOf(checkout.resourceType()),
                        checkout.startAt(),
                        checkout.startDay()),
                checkout.description(),
                checkout.amounts().totalKrw(),
                checkout.amounts().supplyKrw(),
                checkout.amounts().vatKrw(),
                checkout.amounts().taxFreeKrw(),
                checkout.quantity(),
                PaymentResponse.policy(checkout.policy()),
                StepResponse.of(checkout, offered.location()),
                checkout.language(),
                told.map(Payment::live).orElse(offered.live()),
                checkout.createdAt(),
                checkout.expiresAt(),
                offered.rejection() == null,
                offered.rejection() == null ? null : CheckoutObstacleResponse.of(offered.rejection()),
                attempts.stream().map(CheckoutAttemptResponse::of).toList(),
                paid.map(CheckoutReceiptResponse::of).orElse(null),
                paid.isPresent() || isPaidNoMore(offered.rejection()) && isOver(attempts),
                told.map(attempt -> PortalRedirect.to(
                                checkout.returnUrl(),
                                attempt.id(),
                                attempt.status().publicStatus()))
                        .orElseGet(() -> URI.create(checkout.returnUrl())));
    }

    private static @Nullable CheckoutLocationResponse location(OfferedCheckout.@Nullable Location location) {
        return location == null
                ? null
                : new CheckoutLocationResponse(
                        location.title(),
                        location.timezone(),
                        location.locale(),
                        CheckoutSellerResponse.of(location.seller()));
    }

    private static boolean isOver(List<PaymentDetails> attempts) {
        return attempts.stream().allMatch(attempt -> attempt.payment().status().isOver());
    }

    /// The others may pass: a location is connected, a cancellation is lifted, an unsettled payment turns out unpaid.
    private static boolean isPaidNoMore(@Nullable RejectionReason rejection) {
        return switch (rejection) {
            case CHECKOUT_EXPIRED, CHECKOUT_ATTEMPTS_USED, PAYABLE_ALREADY_PAID, PAYABLE_CANCELED -> true;
            case LOCATION_NOT_CONNECTED, PAYABLE_SWITCHED_OFF, TEST_ACCOUNT_NOT_ALLOWED, PAYMENT_UNSETTLED -> false;
            case null -> false;
        };
    }
}
