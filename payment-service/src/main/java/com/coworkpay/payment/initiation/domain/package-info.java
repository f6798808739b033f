/// What a caller requests, and why it may be rejected.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.initiation.domain;
