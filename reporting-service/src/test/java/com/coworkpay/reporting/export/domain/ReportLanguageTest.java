package com.coworkpay.reporting.export.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportLanguageTest {

    @Test
    void theParameterThenTheBrowserThenTheLocation() {
        assertThat(ReportLanguage.of(ReportLanguage.EN, "ko", "ko")).isEqualTo(ReportLanguage.EN);
        assertThat(ReportLanguage.of(null, "ko-KR,ko;q=0.9,en;q=0.5", "en")).isEqualTo(ReportLanguage.KO);
        assertThat(ReportLanguage.of(null, "fr, en-GB;q=0.4", "ko")).isEqualTo(ReportLanguage.EN);
        assertThat(ReportLanguage.of(null, "fr", "en")).isEqualTo(ReportLanguage.EN);
        assertThat(ReportLanguage.of(null, "q=;;", "ko")).isEqualTo(ReportLanguage.KO);
        assertThat(ReportLanguage.of(null, null, null)).isEqualTo(ReportLanguage.KO);
    }
}
