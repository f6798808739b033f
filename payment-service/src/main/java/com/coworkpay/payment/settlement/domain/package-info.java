/// What an order inquiry means.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.settlement.domain;
