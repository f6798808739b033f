package com.coworkpay.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2067, 0x2068, 0x2069, 0x200E, 0x200F, 0x061C, 0x200B,
                0xFEFF, 0x00AD, 0x0000, 0x0007, 0x001B, 0x0085, 0xE0041
            })
    void whatIsUnseenIsNamed(int codePoint) {
        assertThat(Visible.visible("22,000" + Character.toString(codePoint) + "원"))
                .isEqualTo("22,000[U+%04X]원".formatted(codePoint));
    }

    @Test
    void whatIsSeenStays() {
        String seen = "회의실 A, 2시간 – café 👩\u200D💻\n둘째 줄 <b>&amp;";
        assertThat(Visible.visible(seen)).isEqualTo(seen);
        assertThat(Visible.visible(null)).isEmpty();
    }
}
