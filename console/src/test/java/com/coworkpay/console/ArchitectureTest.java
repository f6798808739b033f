package com.coworkpay.console;

import com.coworkpay.platform.testkit.ArchitectureRules;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("com.coworkpay.console");

    /// All but one: here much is public for templates, which read only what is, and for the makers of the clients.
    @Test
    void theRoomsHold() {
        ArchitectureRules.of("com.coworkpay.console").rules().stream()
                .filter(rule -> !rule.getDescription().contains("visible to all"))
                .forEach(rule -> rule.allowEmptyShould(true).check(MAIN));
    }
}
