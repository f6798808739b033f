package com.coworkpay.tools.local.demo;

/// A step of the demo did not go as it must; the sentence says what was expected and what came.
public final class ExpectationFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ExpectationFailedException(String sentence) {
        super(sentence);
    }

    static void unless(boolean asExpected, String sentence) {
        if (!asExpected) {
            throw new ExpectationFailedException(sentence);
        }
    }
}
