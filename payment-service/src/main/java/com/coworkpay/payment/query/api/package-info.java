/// HTTP side of reading.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.query.api;
