/// Where the credential of a merchant account comes from, and how long it may serve from memory.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.credential;
