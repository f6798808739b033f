/// Refunds: asked for by an administrator or a decision, carried out by a worker.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.refund;
