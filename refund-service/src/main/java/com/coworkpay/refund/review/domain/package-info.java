/// What a person may end, and when.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.review.domain;
