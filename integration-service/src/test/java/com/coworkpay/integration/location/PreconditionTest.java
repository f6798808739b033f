package com.coworkpay.integration.location;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.integration.IntegrationProblem;
import com.coworkpay.platform.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreconditionTest {

    @ParameterizedTest
    @ValueSource(strings = {"*", " * ", "\"7\"", "\"6\", \"7\"", "W/\"7\",\"7\""})
    void theseMeanVersionSeven(String header) {
        assertThatCode(() -> Precondition.ifMatch(header).check(7)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"8\"", "W/\"7\"", "\"07x\"", "\"\"", "\"99999999999999999999\""})
    void theseMeanAnother(String header) {
        assertThatThrownBy(() -> Precondition.ifMatch(header).check(7))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> org.assertj.core.api.Assertions.assertThat(e.type())
                                .isEqualTo(IntegrationProblem.VERSION_MISMATCH));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "7", "\"7", "\"7\" \"8\"", ",", "\"a\"b\""})
    void theseMeanNothing(String header) {
        assertThatThrownBy(() -> Precondition.ifMatch(header))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> org.assertj.core.api.Assertions.assertThat(e.type())
                                .isEqualTo(IntegrationProblem.MALFORMED_IF_MATCH));
    }

    @Test
    void withoutAHeaderAnyVersionIsMeant() {
        assertThatCode(() -> Precondition.ifMatch(null).check(7)).doesNotThrowAnyException();
        assertThatThrownBy(() -> Precondition.ifMatch("\"" + "1".repeat(300) + "\""))
                .isInstanceOf(ProblemException.class);
    }
}
