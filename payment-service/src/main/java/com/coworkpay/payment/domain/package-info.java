/// What a payment is, in plain Java: its states with only their legal transitions, its amounts, what is
/// paid for, and how KakaoPay's answers are understood. It depends on no framework.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.domain;
