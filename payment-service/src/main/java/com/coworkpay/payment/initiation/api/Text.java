package com.coworkpay.payment.initiation.api;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/// A line of text for people, in any script: not blank, at most `max` characters as a person counts them (code points:
/// an emoji is one), no control characters, no half characters.
@Constraint(validatedBy = Text.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {

    int max();

    String message() default "{coworkpay.payment.text}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Null is somebody else's concern.
    final class Validator implements ConstraintValidator<Text, String> {
        private int max;

        @Override
        public void initialize(Text annotation) {
            max = annotation.max();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null
                    || (!text.isBlank()
                            && text.codePointCount(0, text.length()) <= max
                            && text.codePoints().noneMatch(Validator::isUnfit));
        }

        private static boolean isUnfit(int codePoint) {
            int kind = Character.getType(codePoint);
            return kind == Character.CONTROL
                    || kind == Character.SURROGATE
                    || kind == Character.LINE_SEPARATOR
                    || kind == Character.PARAGRAPH_SEPARATOR
                    || kind == Character.UNASSIGNED;
        }
    }
}
