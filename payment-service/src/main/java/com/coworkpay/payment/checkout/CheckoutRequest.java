package com.coworkpay.payment.checkout;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.contracts.Role;
import com.coworkpay.payment.initiation.ConsistentPayment;
import com.coworkpay.payment.initiation.PaymentRequest.PayableRequest;
import com.coworkpay.payment.initiation.PolicyRequest;
import com.coworkpay.payment.initiation.PortalUrl;
import com.coworkpay.payment.initiation.TermsRequest;
import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.platform.problem.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of a request to make a checkout: that of a payment without a device, which the payer's page tells. A test
/// holds the two together.
@ConsistentPayment
@Schema(name = "CheckoutRequest")
record CheckoutRequest(
        @Schema(
                description =
                        "Who pays: the `sub` of the payer's token, as their issuer gives it. KakaoPay gets a digest of it")
        @NotNull
        @Pattern(regexp = TermsRequest.SUBJECT)
        String payerId,

        @Schema(description = "Who owns what is paid for") @NotNull @Pattern(regexp = TermsRequest.SUBJECT)
        String ownerId,

        @NotNull Role ownerRole,
        @NotNull @Valid PayableRequest payable,

        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = 100,
                description = "What the payer reads at KakaoPay: one line with a visible character. Stored as NFC;"
                        + " a character is a code point of it",
                examples = "회의실 A, 2시간")
        @NotNull
        @Text(max = 100)
        HumanText description,

        @Schema(description = "Whole won, VAT and tax-free part included") @NotNull @Min(1) @Max(Amounts.MAX_KRW)
        Long totalKrw,

        @Schema(description = "Tax-free part of the total; 0 when left out") @Min(0) @Max(Amounts.MAX_KRW) @Nullable
        Long taxFreeKrw,

        @Schema(description = "VAT within the total; KakaoPay's rule round((total − taxFree) / 11) when left out")
        @Min(0)
        @Max(Amounts.MAX_KRW)
        @Nullable
        Long vatKrw,

        @Schema(description = "1 when left out") @Min(1) @Max(9999) @Nullable
        Integer quantity,

        @Schema(description = "Where the page of the checkout leads back to; only URLs of the portal's origins")
        @NotNull
        @PortalUrl
        String returnUrl,

        @Schema(
                description =
                        "As shown to the payer; required for bookings, event tickets and shop orders, and not allowed for others")
        @Valid
        @Nullable
        PolicyRequest policy,

        @Schema(
                description = "RFC 3339 with offset: no attempt begins from then on. Within seven days; a day from now"
                        + " when left out",
                examples = "2026-12-01T09:00:00+09:00")
        @Nullable
        String expiresAt,

        @Schema(description = "The page's language; when left out, that of the payer's browser") @Nullable
        CheckoutLanguage language)
        implements TermsRequest {

    /// The words of the member.
    @Schema(name = "CheckoutLanguage")
    enum CheckoutLanguage {
        ko,
        en
    }
}
