/// What the events say, and up to when.
@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting.projection.domain;
