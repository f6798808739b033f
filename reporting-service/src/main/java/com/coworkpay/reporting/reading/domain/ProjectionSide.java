package com.coworkpay.reporting.reading.domain;

/// One of the two places where a generation of the projection lies. Its number stands in the text of each statement, so
/// that the database looks at that place alone.
public enum ProjectionSide {
    ZERO,
    ONE;

    public static ProjectionSide of(int number) {
        return values()[number];
    }

    public int number() {
        return ordinal();
    }
}
