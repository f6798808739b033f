package com.coworkpay.platform.secret;

/// A sealed text does not open: changed bytes, another place than the one it was sealed for, or a key that is gone.
/// Which of them it was cannot be known; nothing of the content is shown.
public final class SealBrokenException extends RuntimeException {

    SealBrokenException(String message) {
        super(message);
    }
}
