/// Cancellations and restores of the booking system.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.booking;
