package com.coworkpay.reporting.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportLanguageTest {

    @Test
    void theParameterThenTheBrowserThenTheLocation() {
        Optional<ReportLanguage> none = Optional.empty();
        assertThat(ReportLanguage.of(ReportLanguage.EN, Optional.of(ReportLanguage.KO), "ko"))
                .isEqualTo(ReportLanguage.EN);
        assertThat(ReportLanguage.of(null, Optional.of(ReportLanguage.KO), "en"))
                .isEqualTo(ReportLanguage.KO);
        assertThat(ReportLanguage.of(null, none, "en")).isEqualTo(ReportLanguage.EN);
        assertThat(ReportLanguage.of(null, none, "ko")).isEqualTo(ReportLanguage.KO);
        assertThat(ReportLanguage.of(null, none, null)).isEqualTo(ReportLanguage.KO);
    }
}
