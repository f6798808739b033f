/// Statements of what was paid.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.ledger.persistence;
