package com.coworkpay.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.problem.Language;
import com.coworkpay.platform.problem.ProblemTexts;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTextsTest {

    @Test
    void everyProblemHasItsWordsInBothLanguages() {
        assertThat(ProblemTexts.missing(IntegrationProblem.values())).isEmpty();
    }

    @Test
    void bothBundlesHaveTheSameKeys() throws Exception {
        assertThat(keys("en")).isEqualTo(keys("ko"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "*", "fr", ";;;", "q=0", "en-GB,ko;q=0.5"})
    void englishIsSpokenUnlessKoreanIsAskedFor(String header) {
        assertThat(Messages.in(Language.preferred(header)).format("check-accepted", Map.of()))
                .isEqualTo("KakaoPay accepts the key and the CID.");
    }

    private static java.util.Set<Object> keys(String language) throws java.io.IOException {
        var properties = new Properties();
        try (var in = ProblemTextsTest.class.getResourceAsStream("/problems/integration_" + language + ".properties")) {
            properties.load(java.util.Objects.requireNonNull(in));
        }
        return properties.keySet();
    }
}
