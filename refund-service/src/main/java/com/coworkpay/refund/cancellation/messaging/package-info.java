/// The booking system's events.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.cancellation.messaging;
