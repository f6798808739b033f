package com.coworkpay.platform.audit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// On an operation that changes something, or hands data out: the actions of the rows that it leaves. One that leaves
/// none has [Unaudited] instead; each has one of the two.
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Audited {
    String[] value();
}
