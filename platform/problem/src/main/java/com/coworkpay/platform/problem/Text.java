package com.coworkpay.platform.problem;

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

/// One line of text for people, in any script, that shows something and has at most `max` characters: code points
/// after composing, so that a Korean syllable is one however it was typed, and a plain emoji is one. No line breaks, no
/// other control characters, no half characters. An unknown character passes: it may be younger than this JVM.
///
/// ```java
/// public record NoteRequest(@Nullable @Text(max = 500) @Schema(implementation = String.class, maxLength = 500)
///         HumanText note) {}
/// ```
@Documented
@Constraint(validatedBy = Text.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Text {

    int max();

    String message() default "{coworkpay.text.blank}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /// Null is somebody else's concern.
    final class Validator implements ConstraintValidator<Text, HumanText> {

        private int max;

        @Override
        public void initialize(Text annotation) {
            max = annotation.max();
        }

        @Override
        public boolean isValid(@Nullable HumanText sent, ConstraintValidatorContext context) {
            if (sent == null) {
                return true;
            }
            String fault = fault(sent);
            if (fault != null) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
            }
            return fault == null;
        }

        private @Nullable String fault(HumanText sent) {
            if (sent.text().codePoints().anyMatch(Validator::cannotStand)) {
                return "{coworkpay.text.unfit}";
            }
            if (InvisibleCharacters.isBlank(sent.text())) {
                return "{coworkpay.text.blank}";
            }
            return sent.length() > max ? "{coworkpay.text.too-long}" : null;
        }

        private static boolean cannotStand(int codePoint) {
            int kind = Character.getType(codePoint);
            return kind == Character.CONTROL
                    || kind == Character.SURROGATE
                    || kind == Character.LINE_SEPARATOR
                    || kind == Character.PARAGRAPH_SEPARATOR;
        }
    }
}
