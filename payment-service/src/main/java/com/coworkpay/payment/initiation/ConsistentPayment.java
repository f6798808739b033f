package com.coworkpay.payment.initiation;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Fields that are fine one by one must also fit each other; [PaymentRequestValidator] says how.
@Constraint(validatedBy = PaymentRequestValidator.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ConsistentPayment {

    String message() default "{coworkpay.payment.misfit}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
