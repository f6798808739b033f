package com.coworkpay.integration.location;

import com.coworkpay.integration.location.domain.Location;
import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.platform.problem.Text;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A location as the booking system describes it.
@Schema(name = "LocationRequest")
record LocationRequest(
        @NotNull
        @Text(max = Location.MAX_TITLE)
        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = Location.MAX_TITLE,
                description =
                        "One line that shows something. Stored composed (NFC); a character is a code point of that",
                examples = "강남점")
        HumanText title,

        @NotNull @LocationRequest.IanaZone @Schema(description = "Name of an IANA time zone", examples = "Asia/Seoul")
        String timezone,

        @NotNull @Pattern(regexp = "ko|en", message = "{coworkpay.locale}") @Schema(enumeration = {"ko", "en"})
        String locale,

        @NotNull
        @Min(0)
        @Max(Location.MAX_REFUND_APPROVAL_LIMIT_KRW)
        @Schema(
                description =
                        "Whole won: what people give back of one payment, taken together, may reach it. Above it somebody"
                                + " else approves; 0: always",
                examples = "300000")
        Long refundApprovalLimitKrw,

        @Valid @Schema(description = "Whom receipts name. Left out or null: nobody") @Nullable
        SellerRequest seller) {

    /// Only after validation.
    Location toLocation(String id) {
        return new Location(
                id,
                title.text(),
                ZoneId.of(timezone),
                Location.Language.ofTag(locale),
                refundApprovalLimitKrw,
                Optional.ofNullable(seller).flatMap(SellerRequest::toSeller));
    }

    /// The name of an IANA time zone, such as `Asia/Seoul`.
    @Documented
    @Constraint(validatedBy = IanaZone.Validator.class)
    @Target({ElementType.FIELD, ElementType.PARAMETER})
    @Retention(RetentionPolicy.RUNTIME)
    @interface IanaZone {

        String message() default "{coworkpay.zone}";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        final class Validator implements ConstraintValidator<IanaZone, String> {

            @Override
            public boolean isValid(@Nullable String id, ConstraintValidatorContext context) {
                return id == null || Location.isNamedZone(id);
            }
        }
    }
}
