package com.coworkpay.kakaopay.connector;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The error part of an answer, of either generation: `code` (former API) or `error_code` (today's), and what the
/// payment method said in `extras`. Texts are left behind: they may hold personal data, and nobody may match on them.
///
/// @param isClear false where there is an error part that cannot be read, or that says two different things; such an
///     answer proves nothing
/// @param methodResultCode in upper case
record ErrorBody(
        boolean isClear, @Nullable Integer code, @Nullable String methodResultCode) {

    /// No error is stated, readable or not: an empty body, a page of a proxy, or a success.
    static final ErrorBody NONE = new ErrorBody(true, null, null);

    private static final ErrorBody UNREADABLE = new ErrorBody(false, null, null);

    private static final Pattern CODE_WORD = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    static ErrorBody of(@Nullable ResponseJson body) {
        if (body == null || !(body.has("code") || body.has("error_code"))) {
            return NONE;
        }
        Integer legacy = body.smallWhole("code");
        Integer current = body.smallWhole("error_code");
        Integer code = current == null ? legacy : current;
        boolean bothReadable = body.has("code") == (legacy != null) && body.has("error_code") == (current != null);
        boolean agree = legacy == null || current == null || legacy.equals(current);
        if (code == null || !bothReadable || !agree) {
            return UNREADABLE;
        }
        return withExtras(body, code);
    }

    private static ErrorBody withExtras(ResponseJson body, int code) {
        if (!body.has("extras")) {
            return new ErrorBody(true, code, null);
        }
        ResponseJson extras = body.object("extras");
        if (extras == null) {
            return new ErrorBody(false, code, null);
        }
        if (!extras.has("method_result_code")) {
            return new ErrorBody(true, code, null);
        }
        String word = extras.text("method_result_code");
        return word != null && CODE_WORD.matcher(word.trim()).matches()
                ? new ErrorBody(true, code, word.trim().toUpperCase(Locale.ROOT))
                : new ErrorBody(false, code, null);
    }

    boolean statesAnError() {
        return !isClear || code != null;
    }
}
