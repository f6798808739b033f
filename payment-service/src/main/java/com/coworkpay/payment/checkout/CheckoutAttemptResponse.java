package com.coworkpay.payment.checkout;

import com.coworkpay.payment.domain.Device;
import com.coworkpay.payment.domain.LocalizedText;
import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.PublicStatus;
import com.coworkpay.payment.domain.Ready;
import com.coworkpay.payment.domain.ReasonTexts;
import com.coworkpay.payment.initiation.InitiatePaymentResponse.RedirectUrls;
import com.coworkpay.payment.query.PaymentDetails;
import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// An attempt to pay a checkout.
@Schema(
        name = "CheckoutAttemptResponse",
        requiredProperties = {"paymentId", "status", "device", "createdAt"})
record CheckoutAttemptResponse(
        @Schema(description = "KakaoPay's Order ID") UUID paymentId,

        PublicStatus status,

        @Schema(description = "Why it is over without being paid") @Nullable
        String reason,

        @Schema(description = "What the reason means") @Nullable
        LocalizedText reasonText,

        Device device,
        Instant createdAt,

        @Schema(description = "Where to go on at KakaoPay, for its device, while it is PENDING") @Nullable
        URI redirectUrl,

        @Nullable RedirectUrls redirectUrls,

        @Schema(description = "Until then it may be paid at KakaoPay") @Nullable
        Instant expiresAt) {

    static CheckoutAttemptResponse of(PaymentDetails attempt) {
        Payment p = attempt.payment();
        Ready open = p.status().publicStatus() == PublicStatus.PENDING ? p.ready() : null;
        return new CheckoutAttemptResponse(
                p.id(),
                p.status().publicStatus(),
                p.reason() == null ? null : p.reason().name(),
                p.reason() == null ? null : ReasonTexts.of(p.reason()),
                p.device(),
                p.createdAt(),
                open == null ? null : URI.create(open.redirectUrl(p.device())),
                open == null ? null : RedirectUrls.of(open),
                p.expiresAt());
    }
}
