package com.coworkpay.tools.local.chaos;

import com.coworkpay.tools.local.chaos.LedgerSnapshot.Payment;
import com.coworkpay.tools.local.chaos.LedgerSnapshot.Refund;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What people did: in KakaoPay's dashboard, and to refunds above the limit.
final class StaffReconciliation {
    private final LedgerSnapshot books;
    private final ExpectedOutcomes expected;
    private final Discrepancies findings;

    /// @param findings to which it adds
    StaffReconciliation(LedgerSnapshot books, ExpectedOutcomes expected, Discrepancies findings) {
        this.books = books;
        this.expected = expected;
        this.findings = findings;
    }

    /// What the merchant cancelled in the dashboard is recorded as made outside, once, and nothing else is.
    void outside() {
        Map<String, List<Refund>> outside =
                books.refunds().stream().filter(Refund::isOutside).collect(Collectors.groupingBy(Refund::payment));
        for (Payment payment : books.payments().values()) {
            var found = outside.getOrDefault(payment.id(), List.of()).stream()
                    .flatMap(refund -> refund.aids().stream())
                    .sorted()
                    .toList();
            var made = books.atKakaoPay(payment.id()).cancels().stream()
                    .filter(cancel -> cancel.refundId() == null)
                    .map(LedgerSnapshot.Cancel::aid)
                    .sorted()
                    .toList();
            if (!made.isEmpty() || !found.isEmpty()) {
                findings.check(
                        "I1 each cancel of the dashboard is recorded once",
                        made.equals(found),
                        "%s: made %s, found %s".formatted(payment.id(), made, found));
            }
        }
    }

    /// Nothing above the limit without a second person; what was answered stands; nothing waits for ever.
    void approvals() {
        var sent = books.kakaopay().values().stream()
                .flatMap(there -> there.cancels().stream())
                .map(LedgerSnapshot.Cancel::refundId)
                .collect(Collectors.toCollection(HashSet::new));
        for (Refund refund : books.refunds()) {
            if (refund.needed() > 0) {
                findings.check(
                        "I2 nothing above the limit is sent without its approval",
                        !sent.contains(refund.id()) || refund.approved() >= refund.needed(),
                        refund.id());
                findings.check(
                        "I4 no approval waits for ever", !refund.status().equals("AWAITING_APPROVAL"), refund.id());
            }
        }
        Map<String, Refund> byId = books.refunds().stream().collect(Collectors.toMap(Refund::id, refund -> refund));
        for (var answer : expected.answers()) {
            var stored = byId.get(answer.refund());
            findings.check(
                    "I3 an answered approval stands",
                    stored != null
                            && stored.status().equals(answer.isApproved() ? "SUCCEEDED" : "FAILED")
                            && sent.contains(answer.refund()) == answer.isApproved(),
                    "%s %s, %s".formatted(answer.refund(), answer.isApproved() ? "approved" : "not approved", stored));
        }
    }
}
