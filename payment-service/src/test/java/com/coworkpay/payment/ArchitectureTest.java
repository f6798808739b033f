package com.coworkpay.payment;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.domain.PaymentAction;
import com.coworkpay.platform.testkit.ArchitectureRules;
import com.coworkpay.platform.testkit.AuditRules;
import com.coworkpay.platform.testkit.PathRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theRoomsHold() {
        ArchitectureRules.of("com.coworkpay.payment").check();
    }

    @Test
    void thePathsHold() {
        assertThat(PathRules.violationsIn("com.coworkpay.payment")).isEmpty();
    }

    /// A new operation that changes something has to say so.
    @Test
    void everyChangeByAPersonIsAudited() {
        assertThat(AuditRules.violationsIn("com.coworkpay.payment", PaymentAction.class))
                .isEmpty();
    }
}
