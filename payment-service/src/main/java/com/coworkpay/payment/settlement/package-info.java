/// Unknown outcomes, expiry, late looks.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.settlement;
