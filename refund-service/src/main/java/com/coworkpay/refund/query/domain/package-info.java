/// What is shown of refunds and decisions.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.query.domain;
