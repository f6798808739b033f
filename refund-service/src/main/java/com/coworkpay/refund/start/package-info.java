/// When what was paid for begins: full-day bookings get the first moment of their day, by the location's zone.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.start;
