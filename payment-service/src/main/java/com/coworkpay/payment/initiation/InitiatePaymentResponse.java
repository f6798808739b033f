package com.coworkpay.payment.initiation;

import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.PublicStatus;
import com.coworkpay.payment.domain.Ready;
import java.net.URI;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The response to an initiated payment; the same key gets the same response again.
@Schema(
        name = "InitiatePaymentResponse",
        requiredProperties = {
            "paymentId",
            "status",
            "redirectUrl",
            "redirectUrls",
            "expiresAt",
            "totalKrw",
            "supplyKrw",
            "vatKrw",
            "taxFreeKrw",
            "live"
        })
public record InitiatePaymentResponse(
        @Schema(description = "KakaoPay's Order ID, and the ID in the report")
        UUID paymentId,

        @Schema(description = "The status at initiation; read the payment for the current one")
        PublicStatus status,

        @Schema(description = "Where to send the payer, for the device that was given")
        URI redirectUrl,

        RedirectUrls redirectUrls,

        @Schema(description = "Until then the payer may pay")
        Instant expiresAt,

        long totalKrw,
        long supplyKrw,
        long vatKrw,
        long taxFreeKrw,

        @Schema(description = "False for a KakaoPay test account: no money moves")
        boolean live) {

    @Schema(name = "RedirectUrls")
    public record RedirectUrls(
            URI pc,
            URI mobile,
            URI app,
            @Nullable String androidAppScheme,
            @Nullable String iosAppScheme) {

        public static RedirectUrls of(Ready ready) {
            return new RedirectUrls(
                    URI.create(ready.redirectPcUrl()),
                    URI.create(ready.redirectMobileUrl()),
                    URI.create(ready.redirectAppUrl()),
                    ready.androidAppScheme(),
                    ready.iosAppScheme());
        }
    }

    /// Everything in it is fixed with the TID, so that the same key always gets the same response.
    public static InitiatePaymentResponse of(Payment payment) {
        Ready ready = Objects.requireNonNull(payment.ready());
        return new InitiatePaymentResponse(
                payment.id(),
                PublicStatus.PENDING,
                URI.create(ready.redirectUrl(payment.device())),
                RedirectUrls.of(ready),
                Objects.requireNonNull(payment.expiresAt()),
                payment.amounts().totalKrw(),
                payment.amounts().supplyKrw(),
                payment.amounts().vatKrw(),
                payment.amounts().taxFreeKrw(),
                payment.live());
    }
}
