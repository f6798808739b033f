/// What the answer to cancel leads to.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.refund.domain;
