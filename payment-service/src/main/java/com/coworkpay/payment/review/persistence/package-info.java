/// Statements of what waits for a person.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.review.persistence;
