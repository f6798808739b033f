/// What waits for a person: seen, looked at now, ended by hand.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.review;
