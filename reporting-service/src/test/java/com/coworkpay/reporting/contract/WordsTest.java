package com.coworkpay.reporting.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.problem.ProblemTexts;
import com.coworkpay.reporting.ReportingProblem;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void eachProblemHasItsWordsInBothLanguages() {
        assertThat(ProblemTexts.missing(ReportingProblem.values())).isEmpty();
    }
}
