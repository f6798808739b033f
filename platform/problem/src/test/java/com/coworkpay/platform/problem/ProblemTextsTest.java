package com.coworkpay.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProblemTextsTest {

    @Test
    void commonProblemsHaveAllTheirWords() {
        assertThat(ProblemTexts.missing(CommonProblem.values())).isEmpty();
    }

    @Test
    void everySentenceAboutAFieldExistsInBothLanguages() {
        for (RequestError.Sentence sentence : RequestError.Sentence.values()) {
            for (Language language : Language.values()) {
                assertThat(RequestError.of(sentence).text(language))
                        .as("%s in %s", sentence, language)
                        .isNotBlank();
            }
        }
    }

    @Test
    void aCompleteTypeHasNoFaults() {
        assertThat(ProblemTexts.missing(SampleProblem.ALREADY_PAID)).isEmpty();
    }

    @Test
    void faultsAreNamed() {
        assertThat(ProblemTexts.missing(SampleProblem.values()))
                .containsExactlyInAnyOrder(
                        "problems/sample_ko.properties: without-korean.title is missing",
                        "problems/sample_ko.properties: without-korean.detail is missing",
                        "problems/sample: other-placeholders.detail has other placeholders in the other language",
                        "success: status 200",
                        "Not A Slug: not a slug, or used twice",
                        "problems/sample_en.properties: Not A Slug.title is missing",
                        "problems/sample_ko.properties: Not A Slug.title is missing",
                        "problems/sample_en.properties: Not A Slug.detail is missing",
                        "problems/sample_ko.properties: Not A Slug.detail is missing",
                        "problems/nowhere_en.properties: no-bundle.title is missing",
                        "problems/nowhere_ko.properties: no-bundle.title is missing",
                        "problems/nowhere_en.properties: no-bundle.detail is missing",
                        "problems/nowhere_ko.properties: no-bundle.detail is missing");
    }

    @Test
    void theSameSlugTwiceIsAFault() {
        assertThat(ProblemTexts.missing(SampleProblem.ALREADY_PAID, SampleProblem.ALREADY_PAID))
                .containsExactly("already-paid: not a slug, or used twice");
    }
}
