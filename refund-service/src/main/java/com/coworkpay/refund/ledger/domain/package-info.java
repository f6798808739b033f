/// A payment that was paid, as payment-service publishes it.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.ledger.domain;
