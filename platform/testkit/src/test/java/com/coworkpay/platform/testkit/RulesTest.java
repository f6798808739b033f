package com.coworkpay.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final String SAMPLE = "com.coworkpay.platform.testkit.sample.";
    private static final JavaClasses WRONG = new ClassFileImporter().importPackages(SAMPLE + "wrong");
    private static final JavaClasses RIGHT = new ClassFileImporter().importPackages(SAMPLE + "right");

    @Test
    void whatIsRightPasses() {
        ArchitectureRules.of(SAMPLE + "right").check(RIGHT);
        assertThat(PathRules.violationsIn(RIGHT)).isEmpty();
    }

    @Test
    void brokenRingsAreFound() {
        List<String> broken = ArchitectureRules.of(SAMPLE + "wrong").rules().stream()
                .filter(rule -> isBroken(rule, WRONG))
                .map(ArchRule::getDescription)
                .toList();
        assertThat(broken).hasSize(4);
        assertThat(broken).anyMatch(rule -> rule.contains("without knowing a framework"));
        assertThat(broken).anyMatch(rule -> rule.contains("only a use case"));
        assertThat(broken).anyMatch(rule -> rule.contains("a row with a time"));
        assertThat(broken).anyMatch(rule -> rule.contains("stands still"));
        assertThatThrownBy(() -> ArchitectureRules.of(SAMPLE + "wrong").check(WRONG))
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void aHouseOfRoomsPasses() {
        ArchitectureRules.rooms(SAMPLE + "house").check(new ClassFileImporter().importPackages(SAMPLE + "house"));
    }

    @Test
    void aMazeIsFound() {
        JavaClasses maze = new ClassFileImporter().importPackages(SAMPLE + "maze");
        assertThat(ArchitectureRules.rooms(SAMPLE + "maze").rules())
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
