/// Plays a payment at the real KakaoPay and says where its answers differ from what this suite assumes.
@org.jspecify.annotations.NullMarked
package com.coworkpay.kakaopay.check;
