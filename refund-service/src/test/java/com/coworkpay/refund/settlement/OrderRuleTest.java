package com.coworkpay.refund.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.refund.domain.RefundStatus;
import com.coworkpay.refund.domain.ReviewReason;
import java.util.List;
import org.junit.jupiter.api.Test;

class OrderRuleTest {

    /// KakaoPay's list may lag behind its balance.
    @Test
    void aFirstInquiryEscalatesNothing() {
        assertThat(OrderRule.escalation(unknown(false), new OrderInquiry.UnexplainedBalance(5000, List.of())))
                .isNull();
        assertThat(OrderRule.escalation(unknown(true), new OrderInquiry.UnexplainedBalance(5000, List.of())))
                .isEqualTo(ReviewReason.BALANCE_DIFFERS);
        assertThat(OrderRule.escalation(unknown(false), new OrderInquiry.Contradiction("X")))
                .isNull();
        assertThat(OrderRule.escalation(unknown(true), new OrderInquiry.Contradiction("X")))
                .isEqualTo(ReviewReason.ORDER_CONTRADICTS);
    }

    private static SettlementFacts unknown(boolean quiet) {
        return new SettlementFacts(RefundStatus.UNKNOWN, 22000, 22000, null, quiet, false, false, null);
    }
}
