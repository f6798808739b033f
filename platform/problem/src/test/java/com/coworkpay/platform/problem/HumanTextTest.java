package com.coworkpay.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HumanTextTest {

    private static HumanText text(String asSent) {
        return HumanText.of(asSent);
    }

    @Test
    void koreanTypedOnMacOsIsComposedAndCountedAsItIsSeen() {
        String decomposed = Normalizer.normalize("회의실 예약", Normalizer.Form.NFD);
        assertThat(decomposed.length()).isEqualTo(13);
        assertThat(text(decomposed).text()).isEqualTo("회의실 예약");
        assertThat(text(decomposed).length()).isEqualTo(6);
        assertThat(text(decomposed).asSent()).isEqualTo(decomposed);
    }

    @Test
    void anEmojiIsOneCharacter() {
        assertThat(text("😀".repeat(300)).length()).isEqualTo(300);
        assertThat(text("\uD83E\uDEEA").length()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\t\n",
                "\u3164",
                "\u200B",
                "\u00A0",
                "\u2800",
                "\u00AD",
                "\uFE0F",
                "\u200D",
                "\uFEFF",
                "\u2060",
                "\u115F\u1160",
                "\uFFA0",
                "\u3000",
                "\u034F",
                "\u202E\u202C",
                "\u2066\u2069",
                "\uDB40\uDC20",
                "\u180E",
                "\u17B4",
                "\u061C",
                "\u200B \u3164\u2800\u00A0"
            })
    void whatShowsNothingIsBlank(String nothing) {
        assertThat(InvisibleCharacters.isBlank(text(nothing).text())).isTrue();
        assertThat(text(nothing).text()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ㄱ", "가", "❤️", "\uD83E\uDEEA", "\uE000", "\u0378", "🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👩‍💻", "⠁"})
    void whatShowsSomethingStaysAsItIs(String something) {
        assertThat(InvisibleCharacters.isBlank(something)).isFalse();
        assertThat(text(something).text()).isEqualTo(something);
    }

    @Test
    void edgesThatShowNothingAreTakenOffAndTheInsideStays() {
        assertThat(text("\u200B 강남점\u00A0\n").text()).isEqualTo("강남점");
        assertThat(text("\uFEFF사랑❤️ ").text()).isEqualTo("사랑❤️");
        assertThat(text("가\u00A0나").text()).isEqualTo("가\u00A0나");
    }

    @Test
    void theOrderOfWhatIsShownCannotBeTurned() {
        assertThat(text("1,000\u202E000,1\u202C 원").text()).isEqualTo("1,000000,1 원");
    }

    @Test
    void aKeyLosesItsInvisibleEdgesAlone() {
        for (String edge : new String[] {"\u00A0", "\u200B", "\u2060", "\uFEFF", " \t\r\n"}) {
            assertThat(InvisibleCharacters.stripped(edge + "KEY" + edge)).isEqualTo("KEY");
        }
        assertThat(InvisibleCharacters.stripped("K\u200BEY")).isEqualTo("K\u200BEY");
        assertThat(InvisibleCharacters.stripped("\u200B")).isEmpty();
    }
}
