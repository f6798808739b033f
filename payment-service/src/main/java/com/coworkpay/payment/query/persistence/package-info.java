/// Statements of reading.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.query.persistence;
