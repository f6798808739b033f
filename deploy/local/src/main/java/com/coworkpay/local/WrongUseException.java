package com.coworkpay.local;

/// A command was called in a way it does not know.
final class WrongUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    WrongUseException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
