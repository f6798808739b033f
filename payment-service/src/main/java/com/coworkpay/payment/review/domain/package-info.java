/// When a person may end a payment.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.review.domain;
