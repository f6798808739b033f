package com.coworkpay.platform.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On an operation that changes something and leaves no audit row.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Unaudited {
    /// Why not, and what says it instead.
    String value();
}
