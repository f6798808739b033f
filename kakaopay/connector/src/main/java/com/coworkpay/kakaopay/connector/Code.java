package com.coworkpay.kakaopay.connector;

import org.jspecify.annotations.Nullable;

/// What KakaoPay answered, reduced to what is safe to log and to store: numbers and KakaoPay's own code words, never
/// its texts, which may hold personal data.
///
/// @param operation `ready`, `approve`, `order` or `cancel`
/// @param code `code` of the former API or `error_code` of today's; `null` where the answer had none
/// @param methodResultCode what the card company or KakaoPay Money said (`extras.method_result_code`). Opaque: the
///     same number means different things in different lists.
public record Code(
        String operation,
        int httpStatus,
        @Nullable Integer code,
        @Nullable String methodResultCode) {

    /// For a log line or a person: `approve 400 -780 USER_LOCKED`.
    @Override
    public String toString() {
        return operation
                + " "
                + httpStatus
                + (code == null ? "" : " " + code)
                + (methodResultCode == null ? "" : " " + methodResultCode);
    }
}
