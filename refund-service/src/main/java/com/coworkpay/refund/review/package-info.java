/// A person's way: what waits for one, asking KakaoPay now, and ending it with evidence.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.review;
