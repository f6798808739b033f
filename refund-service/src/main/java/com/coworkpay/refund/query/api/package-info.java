/// HTTP side of reading.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.query.api;
