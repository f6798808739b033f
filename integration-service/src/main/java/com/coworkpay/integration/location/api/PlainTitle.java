package com.coworkpay.integration.location.api;

import com.coworkpay.integration.location.domain.Location;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/// One line of 1 to 100 characters, counted as a person counts them: an emoji is one.
@Documented
@Constraint(validatedBy = PlainTitle.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface PlainTitle {

    String message() default "{coworkpay.title}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    final class Validator implements ConstraintValidator<PlainTitle, String> {

        @Override
        public boolean isValid(@Nullable String title, ConstraintValidatorContext context) {
            return title == null || Location.isTitle(title);
        }
    }
}
