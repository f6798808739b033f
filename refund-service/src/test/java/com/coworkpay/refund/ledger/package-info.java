@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.ledger;
