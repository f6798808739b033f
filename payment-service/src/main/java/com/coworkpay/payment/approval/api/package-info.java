/// HTTP side of the return from KakaoPay.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.approval.api;
