/// Statements and rows: money moves are single guarded statements that change a refund and its payment's ledger and
/// publish it at once.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.persistence;
