/// What order's word means.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.settlement.domain;
