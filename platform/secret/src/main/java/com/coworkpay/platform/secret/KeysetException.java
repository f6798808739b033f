package com.coworkpay.platform.secret;

import org.jspecify.annotations.Nullable;

/// The keyset file is missing, unreadable, no keyset, or already there. The message names the file, never a key.
public final class KeysetException extends RuntimeException {

    KeysetException(String message) {
        super(message);
    }

    /// @param cause only of the file system: Tink's own exceptions could quote key material
    KeysetException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
