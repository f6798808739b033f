package com.coworkpay.tools.local.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.tools.local.chaos.LedgerSnapshot.AtKakaoPay;
import com.coworkpay.tools.local.chaos.LedgerSnapshot.Payment;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StaffReconciliationTest {
    private static final Instant APPROVED_AT = Instant.parse("2026-11-26T07:00:10Z");
    private static final int TOTAL_KRW = 12_000;

    @Test
    void aCancelOfTheDashboardIsRecordedOnce() {
        assertThat(outside(List.of("A1"), List.of("A1")).isClean()).isTrue();
        assertThat(outside(List.of("A1", "A2"), List.of("A2", "A1")).isClean()).isTrue();
        assertThat(outside(List.of("A1"), List.of()).isClean()).isFalse();
        assertThat(outside(List.of(), List.of("A1")).isClean()).isFalse();
        assertThat(outside(List.of("A1"), List.of("A1", "A1")).isClean()).isFalse();
    }

    @Test
    void nothingAboveTheLimitGoesBackWithoutASecondPerson() {
        assertThat(approval("SUCCEEDED", 1, true, null).isClean()).isTrue();
        assertThat(approval("SUCCEEDED", 0, true, null).isClean()).isFalse();
        assertThat(approval("FAILED", 0, false, null).isClean()).isTrue();
        assertThat(approval("AWAITING_APPROVAL", 0, false, null).isClean()).isFalse();
    }

    @Test
    void whatWasAnsweredStands() {
        assertThat(approval("SUCCEEDED", 1, true, true).isClean()).isTrue();
        assertThat(approval("FAILED", 1, false, true).isClean()).isFalse();
        assertThat(approval("FAILED", 0, false, false).isClean()).isTrue();
        assertThat(approval("SUCCEEDED", 1, true, false).isClean()).isFalse();
    }

    private static Discrepancies outside(List<String> made, List<String> found) {
        var books = new LedgerSnapshot(
                Map.of(
                        "p1",
                        new AtKakaoPay(
                                1,
                                TOTAL_KRW,
                                APPROVED_AT,
                                made.stream()
                                        .map(aid -> new LedgerSnapshot.Cancel(null, aid, 1))
                                        .toList())),
                Map.of("p1", new Payment("p1", "chaos-1", "PAID", TOTAL_KRW, 0, 0, false, true)),
                Map.of(),
                found.isEmpty() ? List.of() : List.of(refund("OUTSIDE", "SUCCEEDED", 0, 0, found)));
        var findings = new Discrepancies();
        new StaffReconciliation(books, new ExpectedOutcomes(), findings).outside();
        return findings;
    }

    /// @param answer that the second person approved it, or did not; null if it was not answered
    private static Discrepancies approval(String status, long approved, boolean isSent, @Nullable Boolean answer) {
        var answered = new ExpectedOutcomes();
        if (answer != null) {
            answered.answered(new ExpectedOutcomes.Answer("r1", answer));
        }
        var cancels =
                isSent ? List.of(new LedgerSnapshot.Cancel("r1", "A1", TOTAL_KRW)) : List.<LedgerSnapshot.Cancel>of();
        var books = new LedgerSnapshot(
                Map.of("p1", new AtKakaoPay(1, TOTAL_KRW, APPROVED_AT, cancels)),
                Map.of("p1", new Payment("p1", "chaos-1", "PAID", TOTAL_KRW, 0, 0, false, true)),
                Map.of(),
                List.of(refund("ADMINISTRATOR", status, 1, approved, List.of("A1"))));
        var findings = new Discrepancies();
        new StaffReconciliation(books, answered, findings).approvals();
        return findings;
    }

    private static LedgerSnapshot.Refund refund(
            String origin, String status, long needed, long approved, List<String> aids) {
        return new LedgerSnapshot.Refund("r1", "p1", origin, status, TOTAL_KRW, true, aids, needed, approved);
    }
}
