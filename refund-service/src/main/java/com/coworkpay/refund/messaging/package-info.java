/// How events are read: what does not fit the contract is named, so that its dead letter says what is wrong.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.messaging;
