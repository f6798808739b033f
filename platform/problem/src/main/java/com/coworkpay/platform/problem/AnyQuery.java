package com.coworkpay.platform.problem;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Lets query parameters pass that the resource does not declare. For addresses that others call with parameters of
/// their own, where a refusal would strand a payer and their money.
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnyQuery {}
