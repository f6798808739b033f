package com.coworkpay.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ko | KOREAN",
                "ko-KR | KOREAN",
                "ko-KR,ko;q=0.9,en-US;q=0.8 | KOREAN",
                "en-US,en;q=0.9,ko;q=0.1 | ENGLISH",
                "en;q=0.1,ko;q=0.9 | KOREAN",
                "fr,ko;q=0.5 | KOREAN",
                "fr | ENGLISH",
                "* | ENGLISH",
                "'' | ENGLISH",
                "%%%;;q=x | ENGLISH",
                "%%%,ko;q=0.5 | KOREAN",
                "ko_KR | ENGLISH",
                "ko-US | KOREAN",
                "KO-us | KOREAN",
                "ko-Kore-KR | KOREAN",
                "ko-KP;q=0.9 | KOREAN",
                "en-AU,ko;q=0.5 | ENGLISH",
                "en-AU;q=0.4,ko;q=0.5 | KOREAN",
                "ko;q=0 | ENGLISH",
                "ko;q=0,* | ENGLISH",
                "ko-KR,ko;q=0 | ENGLISH",
                "ko-KP;q=0,ko | KOREAN",
                "en;q=0 | KOREAN",
                "en;q=0,* | KOREAN",
                "*,ko;q=0.1 | KOREAN",
                "ko ; q=0.5 , en ; q=0.4 | KOREAN",
                "ko;q=2,en | ENGLISH",
                "kok | ENGLISH",
                "i-klingon,zh-Hant-TW | ENGLISH",
            })
    void followsAcceptLanguage(String header, Language expected) {
        assertThat(Language.preferred(header)).isEqualTo(expected);
    }
}
