package com.coworkpay.integration.location.domain;

import java.util.regex.Pattern;

/// A Korean business registration number (사업자등록번호): ten digits, of which the last one is a check digit.
public record BusinessNumber(String digits) {

    private static final Pattern FORM = Pattern.compile("[0-9]{3}-?[0-9]{2}-?[0-9]{5}");
    private static final int[] WEIGHTS = {1, 3, 7, 1, 3, 7, 1, 3, 5};

    public BusinessNumber {
        if (!isValid(digits) || digits.contains("-")) {
            throw new IllegalArgumentException("a business number has ten digits, the last one a check digit");
        }
    }

    /// As people write it: `123-45-67890`, or without dashes.
    public static BusinessNumber of(String written) {
        return new BusinessNumber(digits(written));
    }

    public static boolean isValid(String written) {
        return FORM.matcher(written).matches() && hasItsCheckDigit(digits(written));
    }

    private static String digits(String written) {
        return written.replace("-", "");
    }

    private static boolean hasItsCheckDigit(String digits) {
        int sum = digit(digits, WEIGHTS.length - 1) * WEIGHTS[WEIGHTS.length - 1] / 10;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += digit(digits, i) * WEIGHTS[i];
        }
        return (sum + digit(digits, WEIGHTS.length)) % 10 == 0;
    }

    private static int digit(String digits, int place) {
        return digits.charAt(place) - '0';
    }
}
