package com.coworkpay.kakaopay.simulator.engine;

import org.jspecify.annotations.Nullable;

/// A call KakaoPay refuses. Codes and meanings are KakaoPay's; the exact message texts are not known and ours.
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

    /// −2. The text's form is the one seen at the current API.
    public static Refusal parameter(String name) {
        return of(-2, "invalid param(" + name + " has invalid value)");
    }

    /// Any documented code, with our text for it.
    public static Refusal documented(int code, @Nullable String methodResultCode) {
        return new Refusal(
                code,
                Codes.message(code),
                methodResultCode,
                methodResultCode == null ? null : "결제수단사에서 거절하였습니다. (" + methodResultCode + ")");
    }
}
