package com.coworkpay.payment.returnurl;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// An id in a signed URL, in our own spelling alone: it is the text that is signed.
final class SignedId {

    private static final Pattern FORM = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private SignedId() {}

    static Optional<UUID> of(String text) {
        return FORM.matcher(text).matches() ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }
}
