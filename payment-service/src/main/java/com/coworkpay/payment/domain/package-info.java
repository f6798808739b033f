/// What a payment is, in plain Java: its states with only their legal moves, its amounts, what is
/// paid for, and how KakaoPay's answers are understood. No framework reaches in here.
@org.jspecify.annotations.NullMarked
package com.coworkpay.payment.domain;
