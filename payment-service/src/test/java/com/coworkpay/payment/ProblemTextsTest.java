package com.coworkpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.problem.ProblemTexts;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    @Test
    void everyProblemHasItsTextsInBothLanguages() {
        assertThat(ProblemTexts.missing(PaymentProblem.values())).isEmpty();
    }

    @Test
    void theMessagesOfTheFormsHaveBothLanguages() throws IOException {
        assertThat(messages("_ko")).isEqualTo(messages("")).isEqualTo(messages("_en"));
    }

    private static java.util.Set<Object> messages(String language) throws IOException {
        Properties properties = new Properties();
        try (var in = Objects.requireNonNull(
                ProblemTextsTest.class.getResourceAsStream("/ValidationMessages" + language + ".properties"))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties.keySet();
    }
}
