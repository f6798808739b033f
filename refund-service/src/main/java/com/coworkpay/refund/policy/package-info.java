/// Whether money goes back: one pure function, asked in advance (preview) and when something was cancelled.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.policy;
