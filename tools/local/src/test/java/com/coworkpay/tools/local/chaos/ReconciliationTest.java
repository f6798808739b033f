package com.coworkpay.tools.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.tools.local.chaos.LedgerSnapshot.AtKakaoPay;
import com.coworkpay.tools.local.chaos.LedgerSnapshot.Ledger;
import com.coworkpay.tools.local.chaos.LedgerSnapshot.Payment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the audit calls wrong: an auditor that is satisfied with everything, or with nothing, is worth nothing.
class ReconciliationTest {
    private static final Instant APPROVED_AT = Instant.parse("2026-11-26T07:00:10Z");
    private static final int TOTAL_KRW = 12_000;

    @Test
    void cancelledInTimeGoesBackWhole() {
        assertThat(policy(true, APPROVED_AT.plusSeconds(60), TOTAL_KRW).isClean())
                .isTrue();
        assertThat(policy(true, APPROVED_AT.plusSeconds(60), 0).wonOutOfPlace()).isEqualTo(TOTAL_KRW);
    }

    @Test
    void cancelledTooLateStays() {
        assertThat(policy(false, APPROVED_AT.plusMillis(1), 0).isClean()).isTrue();
        assertThat(policy(false, APPROVED_AT.plusMillis(1), TOTAL_KRW).wonOutOfPlace())
                .isEqualTo(TOTAL_KRW);
    }

    @Test
    void cancelledBeforeItWasApprovedGoesBackWholeHoweverLate() {
        var before = APPROVED_AT.minusMillis(1);
        assertThat(policy(false, before, TOTAL_KRW).isClean()).isTrue();
        assertThat(policy(false, before, 0).wonOutOfPlace()).isEqualTo(TOTAL_KRW);
    }

    @Test
    void whatStillWaitsForAPersonIsFound() {
        assertThat(waiting("SUCCEEDED").isClean()).isTrue();
        assertThat(waiting("FAILED").isClean()).isTrue();
        assertThat(waiting("UNKNOWN").isClean()).isFalse();
    }

    @Test
    void whatIsNotOverIsFoundUnlessItsPayerHasNotPaid() {
        assertThat(payment("UNKNOWN").isClean()).isFalse();
        assertThat(payment("APPROVING").isClean()).isFalse();
        assertThat(payment("WAITING").isClean()).isTrue();
        assertThat(payment("CANCELED").isClean()).isTrue();
    }

    private static Discrepancies payment(String status) {
        var books = new LedgerSnapshot(
                Map.of(),
                Map.of("p1", new Payment("p1", "chaos-1", status, TOTAL_KRW, 0, 0, true, false)),
                Map.of(),
                List.of());
        var audit = new Reconciliation(books, new ExpectedOutcomes());
        audit.nobodyIsNeeded();
        return audit.findings();
    }

    private static Discrepancies waiting(String refund) {
        var books = new LedgerSnapshot(
                Map.of(),
                Map.of("p1", new Payment("p1", "chaos-1", "PAID", TOTAL_KRW, 0, 0, false, true)),
                Map.of(),
                List.of(new LedgerSnapshot.Refund(
                        "r1", "p1", "CANCELLATION", refund, TOTAL_KRW, true, List.of(), 0, 0)));
        var audit = new Reconciliation(books, new ExpectedOutcomes());
        audit.nobodyIsNeeded();
        return audit.findings();
    }

    private static Discrepancies policy(boolean inTime, Instant canceledAt, long refundedKrw) {
        var told = new ExpectedOutcomes();
        told.cancelled(new ExpectedOutcomes.Cancellation("cancel-1", "chaos-1", inTime, canceledAt));
        var books = new LedgerSnapshot(
                Map.of("p1", new AtKakaoPay(1, TOTAL_KRW, APPROVED_AT, List.of())),
                Map.of("p1", new Payment("p1", "chaos-1", "PAID", TOTAL_KRW, 0, refundedKrw, false, true)),
                Map.of("p1", new Ledger(refundedKrw, 0)),
                List.of());
        var audit = new Reconciliation(books, told);
        audit.policy();
        return audit.findings();
    }
}
