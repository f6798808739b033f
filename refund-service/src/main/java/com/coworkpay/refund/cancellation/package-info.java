/// What the booking system cancelled or moved, and the decision about it.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.cancellation;
