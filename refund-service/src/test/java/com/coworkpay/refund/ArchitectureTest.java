package com.coworkpay.refund;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.ArchitectureRules;
import com.coworkpay.platform.testkit.AuditRules;
import com.coworkpay.platform.testkit.PathRules;
import com.coworkpay.refund.domain.RefundAction;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theRoomsHold() {
        ArchitectureRules.of("com.coworkpay.refund").check();
    }

    @Test
    void pathsAreWhereTheFrontDoorExpectsThem() {
        assertThat(PathRules.violationsIn("com.coworkpay.refund")).isEmpty();
    }

    /// A new operation that changes something has to say so.
    @Test
    void everyChangeByAPersonIsAudited() {
        assertThat(AuditRules.violationsIn("com.coworkpay.refund", RefundAction.class))
                .isEmpty();
    }
}
