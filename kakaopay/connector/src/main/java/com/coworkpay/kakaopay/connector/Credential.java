package com.coworkpay.kakaopay.connector;

import com.coworkpay.platform.secret.SecretText;
import java.util.regex.Pattern;

/// A merchant's key as KakaoPay accepts it.
///
/// @param version counts the rotations of one merchant account; KakaoPay never sees it
public record Credential(CredentialKind kind, SecretText key, long version) {

    /// What fits into an HTTP header without quoting: visible ASCII without blanks. Today's keys have 40 characters.
    public static final String KEY_PATTERN = "[\\x21-\\x7E]{1,128}";

    private static final Pattern KEY = Pattern.compile(KEY_PATTERN);

    /// @throws InvalidFieldException for a key that cannot stand in a header; the message never holds the key
    public Credential {
        InvalidFieldException.unless(
                KEY.matcher(key.reveal()).matches(), "key", "must be 1 to 128 visible ASCII characters");
    }
}
