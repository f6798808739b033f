/// HTTP side of the way back.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.approval.api;
