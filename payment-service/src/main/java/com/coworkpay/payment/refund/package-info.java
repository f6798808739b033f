/// The replica of refund-service's refunds.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.refund;
