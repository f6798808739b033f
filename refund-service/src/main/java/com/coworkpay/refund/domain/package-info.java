/// What a refund is, in plain Java: its states with only their legal moves, amounts and their parts, words that more
/// than one feature uses. No framework reaches in here.
@org.jspecify.annotations.NullMarked
package com.coworkpay.refund.domain;
