package com.coworkpay.payment.initiation;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.contracts.PayableType;
import com.coworkpay.contracts.ResourceType;
import com.coworkpay.contracts.Role;
import com.coworkpay.payment.domain.Device;
import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.platform.problem.Text;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The body of a request to initiate a payment. The caller vouches for all of it: amounts and policy are used as sent.
@ConsistentPayment
@Schema(name = "PaymentRequest")
public record PaymentRequest(
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

        @Schema(description = "Decides the redirect URL") @NotNull
        Device device,

        @Schema(description = "Where the payer is redirected to; only URLs of the portal's origins") @NotNull @PortalUrl
        String returnUrl,

        @Schema(
                description =
                        "As shown to the payer; required for bookings, event tickets and shop orders, and not allowed for others")
        @Valid
        @Nullable
        PolicyRequest policy)
        implements TermsRequest {

    static final String ID = "[A-Za-z0-9][A-Za-z0-9._:-]{0,99}";

    /// What is paid for.
    @Schema(name = "PayableRequest")
    public record PayableRequest(
            @NotNull PayableType type,
            @NotNull @Pattern(regexp = ID) String id,
            @Schema(description = "Bookings only") @Nullable ResourceType resourceType,

            @Schema(description = "Bookings only") @Pattern(regexp = ID) @Nullable
            String resourceId,

            @Schema(description = "Event tickets only") @Pattern(regexp = ID) @Nullable
            String eventId,

            @Schema(
                    description = "Bookings and event tickets: RFC 3339 with offset",
                    examples = "2026-12-01T09:00:00+09:00")
            @Nullable
            String startAt,

            @Schema(description = "Instead of startAt: a whole day", examples = "2026-12-01") @Nullable
            String day) {}
}
