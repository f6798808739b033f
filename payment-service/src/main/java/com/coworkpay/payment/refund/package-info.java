/// The copy of what refund-service tells about refunds.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.refund;
