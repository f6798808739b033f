package com.coworkpay.payment.initiation.api;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Fields that are fine one by one must also fit each other; [FormRules] says how.
@Constraint(validatedBy = FormRules.class)
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface FitsTogether {

    String message() default "{coworkpay.payment.misfit}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
