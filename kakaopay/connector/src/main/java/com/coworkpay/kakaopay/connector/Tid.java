package com.coworkpay.kakaopay.connector;

import java.util.regex.Pattern;

/// The form of KakaoPay's transaction id: 20 characters today. Some room is left, blanks and control characters are
/// not.
final class Tid {

    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private Tid() {}

    static boolean isOne(String text) {
        return FORM.matcher(text).matches();
    }

    static void check(String tid) {
        InvalidFieldException.unless(isOne(tid), "tid", "must be 1 to 64 letters, digits, hyphens or underscores");
    }
}
