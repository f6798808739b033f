package com.coworkpay.payment.initiation.api;

import com.coworkpay.payment.domain.PublicStatus;
import com.coworkpay.payment.initiation.domain.InitiatedPayment;
import com.coworkpay.payment.initiation.domain.ReadyOutcome.Ready;
import java.net.URI;
import java.time.Instant;
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
            @Nullable String iosAppScheme) {}

    static InitiatePaymentResponse of(InitiatedPayment initiated) {
        Ready ready = initiated.ready();
        return new InitiatePaymentResponse(
                initiated.id(),
                PublicStatus.PENDING,
                URI.create(initiated.redirectUrl()),
                new RedirectUrls(
                        URI.create(ready.redirectPcUrl()),
                        URI.create(ready.redirectMobileUrl()),
                        URI.create(ready.redirectAppUrl()),
                        ready.androidAppScheme(),
                        ready.iosAppScheme()),
                initiated.expiresAt(),
                initiated.amounts().totalKrw(),
                initiated.amounts().supplyKrw(),
                initiated.amounts().vatKrw(),
                initiated.amounts().taxFreeKrw(),
                initiated.live());
    }
}
