package com.coworkpay.kakaopay.connector;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One movement of a payment as KakaoPay's ledger has it.
///
/// @param aid KakaoPay's id of the call that made it
/// @param aid tells cancels apart: each call has its own
/// @param amountKrw `null` where KakaoPay leaves it out, as in the one look-up that was recorded
/// @param payload what the call had sent with it: our refund id, by which a cancel is recognised as ours. `null` where
///     none was sent, and perhaps always: the recorded look-up has none, and no payload had been sent
public record PaymentAction(
        @Nullable String aid,
        Type type,
        @Nullable Long amountKrw,
        @Nullable Instant approvedAt,
        @Nullable String payload) {

    public enum Type {
        PAYMENT,
        CANCEL,
        /// Subscriptions' `ISSUED_SID`, and what KakaoPay has added since.
        OTHER;

        static Type of(@Nullable String word) {
            return switch (word) {
                case "PAYMENT" -> PAYMENT;
                case "CANCEL" -> CANCEL;
                case null, default -> OTHER;
            };
        }
    }
}
