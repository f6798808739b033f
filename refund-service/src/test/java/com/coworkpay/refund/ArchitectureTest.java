package com.coworkpay.refund;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.ArchitectureRules;
import com.coworkpay.platform.testkit.PathRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theRingsHold() {
        ArchitectureRules.of("com.coworkpay.refund").check();
    }

    /// No two features know each other.
    @Test
    void theFeaturesAreATree() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("com.coworkpay.refund");
        SlicesRuleDefinition.slices()
                .matching("com.coworkpay.refund.(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    @Test
    void pathsAreWhereTheFrontDoorExpectsThem() {
        assertThat(PathRules.violationsIn("com.coworkpay.refund")).isEmpty();
    }
}
