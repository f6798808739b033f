/// Whether money is refunded: one pure function, for the preview and for the decision.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.policy;
