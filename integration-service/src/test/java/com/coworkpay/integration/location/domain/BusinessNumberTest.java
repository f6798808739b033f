package com.coworkpay.integration.location.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BusinessNumberTest {

    /// Published by the companies that have them.
    @ParameterizedTest
    @ValueSource(strings = {"220-81-62517", "124-81-00998", "120-81-47521", "1248100998"})
    void realNumbersAreValid(String written) {
        assertThat(BusinessNumber.isValid(written)).isTrue();
        assertThat(BusinessNumber.of(written).digits()).isEqualTo(written.replace("-", ""));
    }

    @Test
    void oneCheckDigitOfTenIsRight() {
        assertThat(IntStream.range(0, 10).mapToObj(digit -> "123456789" + digit).filter(BusinessNumber::isValid))
                .containsExactly("1234567891");
    }
}
