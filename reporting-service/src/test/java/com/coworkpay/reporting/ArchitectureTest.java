package com.coworkpay.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.ArchitectureRules;
import com.coworkpay.platform.testkit.AuditRules;
import com.coworkpay.platform.testkit.PathRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theRoomsHold() {
        ArchitectureRules.of("com.coworkpay.reporting").check();
    }

    @Test
    void pathsAreWhereTheFrontDoorExpectsThem() {
        assertThat(PathRules.violationsIn("com.coworkpay.reporting")).isEmpty();
    }

    /// A new operation that changes something has to say so.
    @Test
    void everyChangeByAPersonIsAudited() {
        assertThat(AuditRules.violationsIn("com.coworkpay.reporting", ReportAction.class))
                .isEmpty();
    }
}
