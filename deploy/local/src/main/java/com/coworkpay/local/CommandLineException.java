package com.coworkpay.local;

/// A command was called in a way it does not know.
public final class CommandLineException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String sentence;

    public CommandLineException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    String sentence() {
        return sentence;
    }
}
