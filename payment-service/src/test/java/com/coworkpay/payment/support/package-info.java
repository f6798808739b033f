/// Support of the tests.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.support;
