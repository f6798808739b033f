/// Statements of the report.
@org.jspecify.annotations.NullMarked
package com.coworkpay.reporting.transactions.persistence;
