/// Statements of reviews and resolutions.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.review.persistence;
