package com.coworkpay.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulaGuardTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+82",
                "-2",
                "@SUM(A1)",
                "\t=1",
                "\r=1",
                "\n=1",
                "\tharmless",
                "\uFF1D1+1",
                "\uFF0B1",
                "\uFF0D1",
                "\uFF20SUM",
                "  =1",
                "\u00A0=1",
                "\uFEFF=1",
                "\u200B=1",
                "\u0000=1",
                "\u3000+1"
            })
    void whatBeginsLikeAFormulaIsMadeText(String text) {
        assertThat(FormulaGuard.guarded(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "회의실 A", "a=1", "1-2", "'=1", "\"=1\"", "booking-7", "😀"})
    void whatDoesNotStaysAsItIs(String text) {
        assertThat(FormulaGuard.guarded(text)).isEqualTo(text);
    }
}
