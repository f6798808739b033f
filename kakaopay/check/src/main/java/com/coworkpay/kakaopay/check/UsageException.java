package com.coworkpay.kakaopay.check;

/// The command was called in a way it does not take. The message is for the person who called it.
public final class UsageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
