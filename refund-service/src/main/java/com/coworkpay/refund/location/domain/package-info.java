/// What this service knows of a location.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.location.domain;
