/// Statements of settlement.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.settlement.persistence;
