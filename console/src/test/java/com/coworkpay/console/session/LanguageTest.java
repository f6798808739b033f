package com.coworkpay.console.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LanguageTest {

    @Test
    void theChoiceGoesBeforeTheBrowser() {
        assertThat(Language.of("en", List.of(Locale.KOREA))).isEqualTo(Language.EN);
        assertThat(Language.of("ko", List.of(Locale.US))).isEqualTo(Language.KO);
    }

    @Test
    void theBrowsersFirstLanguageOfOursIsTaken() {
        assertThat(Language.of(null, List.of(Locale.FRENCH, Locale.US, Locale.KOREA)))
                .isEqualTo(Language.EN);
        assertThat(Language.of("fr", List.of(Locale.KOREA, Locale.US))).isEqualTo(Language.KO);
    }

    @Test
    void elseItIsKorean() {
        assertThat(Language.of(null, List.of())).isEqualTo(Language.KO);
        assertThat(Language.of("<script>", List.of(Locale.FRENCH, Locale.ROOT))).isEqualTo(Language.KO);
    }
}
