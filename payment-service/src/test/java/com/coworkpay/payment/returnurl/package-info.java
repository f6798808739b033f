@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.returnurl;
