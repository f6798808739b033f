package com.coworkpay.tools.local.stack;

/// The stack cannot start, for a reason that a person can read and act on; shown without a stack trace.
public final class StackException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StackException(String sentence) {
        super(sentence);
    }

    public StackException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
