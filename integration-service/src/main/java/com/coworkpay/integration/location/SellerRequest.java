package com.coworkpay.integration.location;

import com.coworkpay.integration.location.domain.BusinessNumber;
import com.coworkpay.integration.location.domain.Seller;
import com.coworkpay.platform.problem.HumanText;
import com.coworkpay.platform.problem.Text;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// The seller, as receipts show it. Each member may be left out.
@Schema(name = "SellerRequest")
record SellerRequest(
        @Text(max = Seller.MAX_NAME)
        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = Seller.MAX_NAME,
                description = "Registered name of the business",
                examples = "코워크페이 주식회사")
        @Nullable
        HumanText name,

        @IsBusinessNumber
        @Schema(
                pattern = "^[0-9]{3}-?[0-9]{2}-?[0-9]{5}$",
                description = "Korean business registration number, with its check digit; dashes are dropped",
                examples = "123-45-67891")
        @Nullable
        String businessNumber,

        @Text(max = Seller.MAX_REPRESENTATIVE)
        @Schema(implementation = String.class, minLength = 1, maxLength = Seller.MAX_REPRESENTATIVE)
        @Nullable
        HumanText representative,

        @Text(max = Seller.MAX_ADDRESS)
        @Schema(implementation = String.class, minLength = 1, maxLength = Seller.MAX_ADDRESS)
        @Nullable
        HumanText address,

        @Text(max = Seller.MAX_PHONE)
        @Schema(
                implementation = String.class,
                minLength = 1,
                maxLength = Seller.MAX_PHONE,
                description = "As it is to be shown",
                examples = "02-1234-5678")
        @Nullable
        HumanText phone) {

    /// Only after validation. Empty where all is left out.
    Optional<Seller> toSeller() {
        return Seller.of(
                text(name),
                businessNumber == null ? null : BusinessNumber.of(businessNumber),
                text(representative),
                text(address),
                text(phone));
    }

    private static @Nullable String text(@Nullable HumanText typed) {
        return typed == null ? null : typed.text();
    }

    /// A Korean business registration number, such as `123-45-67891`.
    @Documented
    @Constraint(validatedBy = IsBusinessNumber.Validator.class)
    @Target({ElementType.FIELD, ElementType.PARAMETER})
    @Retention(RetentionPolicy.RUNTIME)
    @interface IsBusinessNumber {

        String message() default "{coworkpay.business-number}";

        Class<?>[] groups() default {};

        Class<? extends Payload>[] payload() default {};

        final class Validator implements ConstraintValidator<IsBusinessNumber, String> {

            @Override
            public boolean isValid(@Nullable String written, ConstraintValidatorContext context) {
                return written == null || BusinessNumber.isValid(written);
            }
        }
    }
}
