package com.coworkpay.payment.initiation;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.returnurl.PortalRedirect;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Provider;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/// A URL of one of the portal's origins.
@Constraint(validatedBy = PortalUrl.Validator.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PortalUrl {

    String message() default "{coworkpay.payment.return-url}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    @ApplicationScoped
    class Validator implements ConstraintValidator<PortalUrl, String> {
        /// Validators are created at build time; the settings are known only at run time.
        private final Provider<PaymentConfig> config;

        Validator(Provider<PaymentConfig> config) {
            this.config = config;
        }

        @Override
        public boolean isValid(@Nullable String url, ConstraintValidatorContext context) {
            return url == null || PortalRedirect.isAllowed(url, config.get().portalOrigins());
        }
    }
}
