package com.coworkpay.integration;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.ArchitectureRules;
import com.coworkpay.platform.testkit.AuditRules;
import com.coworkpay.platform.testkit.PathRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theRoomsHold() {
        ArchitectureRules.of("com.coworkpay.integration").check();
    }

    @Test
    void pathsAreWhereTheyBelong() {
        assertThat(PathRules.violationsIn("com.coworkpay.integration")).isEmpty();
    }

    /// A new operation that changes something has to say so.
    @Test
    void everyChangeByAPersonIsAudited() {
        assertThat(AuditRules.violationsIn(
                        "com.coworkpay.integration", IntegrationAction.class, IntegrationAction.CREDENTIAL_ERASED))
                .isEmpty();
    }
}
