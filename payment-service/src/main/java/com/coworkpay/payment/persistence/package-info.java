/// Statements and rows: money moves are single guarded statements that change a payment and tell of it at once.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.persistence;
