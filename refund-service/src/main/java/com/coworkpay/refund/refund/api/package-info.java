/// HTTP side of administrators' refunds.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.refund.api;
