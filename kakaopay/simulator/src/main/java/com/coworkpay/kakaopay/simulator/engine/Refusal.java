package com.coworkpay.kakaopay.simulator.engine;

import org.jspecify.annotations.Nullable;

/// A call KakaoPay refuses. Codes and meanings are KakaoPay's; so are the few message texts
/// that were recorded, the others are ours.
///
/// @param methodResultCode    the card company's or Money's own code, in `extras`
public record Refusal(
        int code,
        String message,
        @Nullable String methodResultCode,
        @Nullable String methodResultMessage) implements Decision {

    public static Refusal of(int code, String message) {
        return new Refusal(code, message, null, null);
    }

    /// Any documented code, with our text for it.
    public static Refusal documented(int code, @Nullable String methodResultCode) {
        return new Refusal(
                code,
                Codes.message(code),
                methodResultCode,
                methodResultCode == null ? null : Codes.methodMessage(methodResultCode));
    }
}
