/// What a caller asks for, and why it may be refused.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.initiation.domain;
