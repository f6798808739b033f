/// Statements of execution and of administrators' refunds.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.refund.persistence;
