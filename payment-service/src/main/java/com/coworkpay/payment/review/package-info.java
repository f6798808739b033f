/// Manual review: listed, inquired about now, resolved.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.review;
