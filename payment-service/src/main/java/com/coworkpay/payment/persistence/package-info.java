/// Statements and rows: a transition is a single guarded statement that changes a payment and publishes it at once.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.persistence;
