/// Statements of settlement.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.settlement.persistence;
