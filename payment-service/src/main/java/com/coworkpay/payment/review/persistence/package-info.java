/// Statements of manual review.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.review.persistence;
