/// Statements of cancellations, moves and decisions.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.cancellation.persistence;
