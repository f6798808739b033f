package com.coworkpay.refund.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.problem.ProblemTexts;
import com.coworkpay.refund.ledger.RefundProblem;
import org.junit.jupiter.api.Test;

class WordsTest {

    @Test
    void eachProblemHasItsTextInBothLanguages() {
        assertThat(ProblemTexts.missing(RefundProblem.values())).isEmpty();
    }
}
