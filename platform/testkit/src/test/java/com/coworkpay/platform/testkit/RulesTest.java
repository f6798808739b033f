package com.coworkpay.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final String SAMPLE = "com.coworkpay.platform.testkit.sample.";
    private static final JavaClasses WRONG = new ClassFileImporter().importPackages(SAMPLE + "wrong");
    private static final JavaClasses HOUSE = new ClassFileImporter().importPackages(SAMPLE + "house");

    @Test
    void aHouseOfRoomsPasses() {
        ArchitectureRules.of(SAMPLE + "house").check(HOUSE);
        assertThat(PathRules.violationsIn(HOUSE)).isEmpty();
    }

    @Test
    void blockingAndSleepingAreFound() {
        assertThat(ArchitectureRules.of(SAMPLE + "wrong").rules())
                .filteredOn(rule -> isBroken(rule, WRONG))
                .extracting(ArchRule::getDescription)
                .satisfiesExactly(rule -> assertThat(rule).contains("stands still"), rule -> assertThat(rule)
                        .contains("a row with a time"));
        assertThatThrownBy(() -> ArchitectureRules.of(SAMPLE + "wrong").check(WRONG))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aMazeIsFound() {
        JavaClasses maze = new ClassFileImporter().importPackages(SAMPLE + "maze");
        assertThat(ArchitectureRules.of(SAMPLE + "maze").rules())
                .filteredOn(rule -> isBroken(rule, maze))
                .extracting(ArchRule::getDescription)
                .satisfiesExactly(
                        rule -> assertThat(rule).contains("who applies it"),
                        rule -> assertThat(rule).contains("free of cycles"),
                        rule -> assertThat(rule).contains("lead each of them to the others"),
                        rule -> assertThat(rule).contains("opens a transaction"),
                        rule -> assertThat(rule).contains("without knowing a framework"),
                        rule -> assertThat(rule).contains("used outside of its package"));
    }

    @Test
    void brokenPathsAreFound() {
        assertThat(PathRules.violationsIn(WRONG))
                .hasSize(5)
                .anyMatch(v -> v.contains("withoutLocation()"))
                .anyMatch(v -> v.contains("unprotected()"))
                .anyMatch(v -> v.contains("open()"))
                .anyMatch(v -> v.contains("otherName()"))
                .anyMatch(v -> v.contains("payerLockedOut()"));
    }

    private static boolean isBroken(ArchRule rule, JavaClasses classes) {
        return rule.allowEmptyShould(true).evaluate(classes).hasViolation();
    }
}
