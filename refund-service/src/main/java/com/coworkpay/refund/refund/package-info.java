/// Refunds: asked for by an administrator or a decision, executed by a worker.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.refund;
