/// What the booking system tells: cancellations.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.booking;
