/// Unknown outcomes, expiry, late inquiries.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.settlement;
