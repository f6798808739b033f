package com.coworkpay.tools.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.tools.local.stack.Services;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// refund-service is killed while refunds wait for approval, and right after they were approved: no approval is lost,
/// what was approved is sent once, what nobody approves ends by its time.
class ApprovalCrashIT {
    private final Stack stack = Stack.shared();
    private Stack.Place place;
    private Staff second;

    @BeforeEach
    void connect() throws Exception {
        place = stack.place();
        second = new Staff(stack.stack(), stack.stack().addresses().frontDoor(), "dohyun", place.location());
    }

    @Test
    void killedWhileTheyWaitAndRightAfterTheyWereApproved() {
        var refund = stack.stack().service(Services.REFUND);
        var waiting = Approval.asked(place);
        var expiring = Approval.asked(place);
        var held = Approval.asked(place);
        var approved =
                IntStream.range(0, 3).mapToObj(_ -> Approval.asked(place)).toList();
        long fault = place.kakaopay()
                .fault(Fault.of(Endpoint.CANCEL, FaultKind.HOLD_AFTER_EFFECT)
                        .forOrder(held.payment().id()));
        approve(held);
        await().atMost(Stack.LIMIT).until(() -> place.kakaopay().holding(fault));
        approved.forEach(this::approve);
        refund.crash();
        stack.update("refund", "update refund set next_check_at = now() where id = '" + expiring.refundId() + "'");
        refund.bringBack(Stack.LIMIT);

        approved.forEach(each -> each.isRefundedOnce(place));
        held.isRefundedOnce(place);
        // Answered again, it changes nothing.
        approve(held);
        assertThat(waiting.stored(place).getString("status")).isEqualTo("AWAITING_APPROVAL");
        assertThat(place.suite().administrators().refunds(waiting.payment()).getLong("balanceKrw"))
                .isEqualTo(Approval.TOTAL_KRW - Approval.PART_KRW);
        approve(waiting);
        waiting.isRefundedOnce(place);

        await().atMost(Stack.LIMIT)
                .untilAsserted(() ->
                        assertThat(expiring.stored(place).getString("failure")).isEqualTo("APPROVAL_EXPIRED"));
        assertThat(place.suite().administrators().refunds(expiring.payment()).getLong("balanceKrw"))
                .isEqualTo(Approval.TOTAL_KRW);
        assertThat(second.answer(expiring.payment(), expiring.refundId(), Approval.PART_KRW, "APPROVED")
                        .status())
                .isEqualTo(409);
        Money.refunded(place.kakaopay(), expiring.payment());
        approved.forEach(each -> Money.refunded(place.kakaopay(), each.payment(), Approval.PART_KRW));
    }

    private void approve(Approval asked) {
        var answer = second.answer(asked.payment(), asked.refundId(), Approval.PART_KRW, "APPROVED");
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    }
}
