/// How this service is described to those who call it.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.contract;
