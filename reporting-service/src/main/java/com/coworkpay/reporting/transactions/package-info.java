/// The Transactions report: pages, one of them, and totals.
@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting.transactions;
