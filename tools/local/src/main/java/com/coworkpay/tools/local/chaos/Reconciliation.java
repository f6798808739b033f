package com.coworkpay.tools.local.chaos;

import com.coworkpay.tools.local.chaos.LedgerSnapshot.Payment;
import com.coworkpay.tools.local.chaos.LedgerSnapshot.Refund;
import com.coworkpay.tools.local.load.Events;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// The invariants of docs/reference/faults.md over every payment, with KakaoPay's own ledger as the oracle.
final class Reconciliation {
    private final LedgerSnapshot books;
    private final ExpectedOutcomes expected;
    private final Discrepancies findings = new Discrepancies();

    Reconciliation(LedgerSnapshot books, ExpectedOutcomes expected) {
        this.books = books;
        this.expected = expected;
    }

    Discrepancies findings() {
        return findings;
    }

    /// I1: what KakaoPay took and gave back is what every database says.
    void conservation() {
        books.kakaopay()
                .keySet()
                .forEach(order -> findings.check(
                        "I1 every order at KakaoPay is a payment here",
                        books.payments().containsKey(order),
                        order));
        for (Payment payment : books.payments().values()) {
            var there = books.atKakaoPay(payment.id());
            var ledger = books.ledger(payment.id());
            findings.same("I1 taken", there.approvedKrw(), payment.takenKrw(), payment.id() + " " + payment.status());
            findings.same("I1 given back", there.canceledKrw(), ledger.refundedKrw(), payment.id() + " at refund");
            findings.same(
                    "I1 given back, as the payer sees it",
                    there.canceledKrw(),
                    payment.refundedKrw(),
                    payment.id() + " at payment");
        }
    }

    /// I1: and so does the report.
    void report(Map<String, JsonObject> rows) {
        for (Payment payment :
                books.payments().values().stream().filter(Payment::isOurs).toList()) {
            var there = books.atKakaoPay(payment.id());
            var row = rows.get(payment.id());
            if (row == null) {
                findings.check(
                        "I1 every payment that began at KakaoPay is in the report",
                        there.approvals() == 0 && payment.status().equals("CREATED"),
                        payment.id() + " " + payment.status());
                continue;
            }
            findings.same(
                    "I1 left, in the report",
                    there.approvedKrw() - there.canceledKrw(),
                    row.getLong("netKrw"),
                    payment.id() + " " + row.getString("status"));
        }
    }

    /// I2: nothing twice, nothing too much.
    void atMostOnce() {
        Map<String, Refund> byId = books.refunds().stream().collect(Collectors.toMap(Refund::id, refund -> refund));
        for (var there : books.kakaopay().entrySet()) {
            var cancels = there.getValue().cancels().stream()
                    .filter(cancel -> cancel.refundId() != null)
                    .toList();
            findings.check("I2 one approval", there.getValue().approvals() <= 1, there.getKey());
            findings.check(
                    "I2 one cancel per refund",
                    cancels.stream()
                                    .map(LedgerSnapshot.Cancel::refundId)
                                    .distinct()
                                    .count()
                            == cancels.size(),
                    there.getKey());
            for (var cancel : cancels) {
                var refund = byId.get(cancel.refundId());
                findings.check(
                        "I2 every cancel is a refund that succeeded",
                        refund != null
                                && refund.payment().equals(there.getKey())
                                && refund.amountKrw() == cancel.amountKrw()
                                && refund.status().equals("SUCCEEDED"),
                        there.getKey() + " refund " + cancel.refundId());
            }
            findings.check(
                    "I2 never more back than was taken",
                    there.getValue().canceledKrw() <= there.getValue().approvedKrw(),
                    there.getKey());
        }
        onePaymentOfABooking();
        oneAutomaticRefund();
    }

    private void onePaymentOfABooking() {
        Map<String, List<Payment>> byBooking =
                books.payments().values().stream().collect(Collectors.groupingBy(Payment::booking));
        byBooking.forEach((booking, payments) -> findings.check(
                "I2 one payment of a booking",
                payments.stream()
                                .filter(payment ->
                                        payment.status().equals("PAID") && payment.refundedKrw() < payment.totalKrw())
                                .count()
                        <= 1,
                booking));
        books.payments().values().stream()
                .filter(payment -> payment.status().equals("OVERPAID"))
                .forEach(payment -> findings.same(
                        "I2 overpayment goes back whole", payment.totalKrw(), payment.refundedKrw(), payment.id()));
    }

    private void oneAutomaticRefund() {
        books.refunds().stream()
                .filter(refund -> !refund.origin().equals("ADMINISTRATOR") && !refund.isOutside())
                .collect(Collectors.groupingBy(Refund::payment, Collectors.counting()))
                .forEach((payment, count) ->
                        findings.check("I2 one refund by cancellation", count == 1, payment + ": " + count));
    }

    /// I3: what callers were answered is true.
    void durable(Set<String> keptCancellations) {
        expected.bookingOfPayment()
                .keySet()
                .forEach(payment -> findings.check(
                        "I3 a payment that was answered exists",
                        books.payments().containsKey(payment),
                        payment));
        for (String payment : expected.succeeded()) {
            var stored = books.payments().get(payment);
            findings.check(
                    "I3 answered SUCCEEDED is paid",
                    stored != null && stored.status().equals("PAID"),
                    payment);
        }
        Map<String, Refund> byId = books.refunds().stream().collect(Collectors.toMap(Refund::id, refund -> refund));
        for (var refund : expected.refunds()) {
            var stored = byId.get(refund.id());
            findings.check(
                    "I3 a refund that was answered exists",
                    stored != null && stored.amountKrw() == refund.amountKrw(),
                    refund.id());
        }
        expected.cancellations()
                .forEach(cancellation -> findings.check(
                        "I3 a cancellation that Kafka has was heard",
                        keptCancellations.contains(cancellation.id()),
                        cancellation.id()));
    }

    /// What was promised when paid: in time all of it, too late nothing. Cancelled before KakaoPay approved it (an
    /// approval whose answer was lost may take effect long after its payer was told to wait): all of it, whatever
    /// the policy says.
    void policy() {
        Map<String, ExpectedOutcomes.Cancellation> cancellations = expected.cancellations().stream()
                .collect(
                        Collectors.toMap(ExpectedOutcomes.Cancellation::booking, one -> one, (first, second) -> first));
        for (Payment payment : books.payments().values()) {
            var cancellation = cancellations.get(payment.booking());
            if (payment.status().equals("PAID") && cancellation != null) {
                boolean isRefunded = cancellation.inTime() || isBeforeApproval(cancellation, payment);
                findings.same(
                        "policy as promised",
                        isRefunded ? payment.totalKrw() : 0,
                        books.ledger(payment.id()).refundedKrw(),
                        payment.id() + (isRefunded ? " cancelled in time" : " cancelled too late"));
            }
        }
    }

    private boolean isBeforeApproval(ExpectedOutcomes.Cancellation cancellation, Payment payment) {
        var approvedAt = books.atKakaoPay(payment.id()).approvedAt();
        return approvedAt != null && cancellation.canceledAt().isBefore(approvedAt);
    }

    /// I4: whatever is not over was shown to a person.
    void noLimbo() {
        for (Payment payment : books.payments().values()) {
            findings.check(
                    "I4 no payment in limbo",
                    payment.isOver() || payment.shown() || waitsForItsPayer(payment),
                    payment.id() + " " + payment.status());
        }
        for (Refund refund : books.refunds()) {
            findings.check(
                    "I4 no refund in limbo", refund.isOver() || refund.shown(), refund.id() + " " + refund.status());
        }
    }

    /// Nothing that was played needs a person in the end, however long it lasted: who was told of something finds it
    /// done.
    void nobodyIsNeeded() {
        var ours = books.payments().values().stream().filter(Payment::isOurs).toList();
        for (Payment payment : ours) {
            findings.check(
                    "I4 no payment waits for a person",
                    payment.isOver() || waitsForItsPayer(payment),
                    payment.id() + " " + payment.status());
        }
        var ids = ours.stream().map(Payment::id).collect(Collectors.toSet());
        for (Refund refund : books.refunds()) {
            findings.check(
                    "I4 no refund waits for a person",
                    refund.isOver() || !ids.contains(refund.payment()),
                    refund.id() + " " + refund.status());
        }
    }

    private boolean waitsForItsPayer(Payment payment) {
        return (payment.status().equals("WAITING") || payment.status().equals("CREATED"))
                && books.atKakaoPay(payment.id()).approvals() == 0;
    }

    /// I3 and I5 on the topics: each final step is one event, each version one state.
    void events(Events events) {
        perKey(events, "payment.events", "coworkpay.payment.paid.v1");
        perKey(events, "refund.events", "coworkpay.refund.succeeded.v1");
        List.of("payment-service.dlq", "refund-service.dlq", "reporting-service.dlq", "integration-service.dlq")
                .forEach(topic -> {
                    var dead = new ArrayList<String>();
                    events.each(topic, event -> dead.add(event.type() + " " + event.id()));
                    findings.check("I3 no dead letters", dead.isEmpty(), topic + ": " + dead);
                });
    }

    private void perKey(Events events, String topic, String finalType) {
        var idOfVersion = new HashMap<String, String>();
        Map<String, Set<String>> finals = new HashMap<>();
        events.each(topic, event -> {
            String seen = idOfVersion.putIfAbsent(event.key() + " " + event.version(), event.id());
            findings.check(
                    "I5 one event per version",
                    seen == null || seen.equals(event.id()),
                    topic + " " + event.key() + " version " + event.version());
            if (event.type().equals(finalType)) {
                finals.computeIfAbsent(event.key(), key -> new HashSet<>()).add(event.id());
            }
        });
        var withOutside = books.refunds().stream()
                .filter(Refund::isOutside)
                .map(Refund::payment)
                .collect(Collectors.toSet());
        for (Payment payment : books.payments().values()) {
            if (topic.equals("refund.events") && withOutside.contains(payment.id())) {
                // One event tells an outside one together with what it changed of ours.
                continue;
            }
            long expected = topic.equals("payment.events")
                    ? (payment.status().equals("PAID") ? 1 : 0)
                    : books.refunds().stream()
                            .filter(refund -> refund.payment().equals(payment.id())
                                    && refund.status().equals("SUCCEEDED"))
                            .count();
            long found = finals.getOrDefault(payment.id(), Set.of()).size();
            findings.check(
                    "I3 each final step is published once",
                    found == expected,
                    "%s %s: %d events, expected %d".formatted(finalType, payment.id(), found, expected));
        }
    }

    /// I5: the report is a function of the events.
    void rebuilt(String digestBefore, String digestAfter) {
        findings.check(
                "I5 the rebuilt projection is the same to the byte",
                digestBefore.equals(digestAfter),
                digestBefore + " before, " + digestAfter + " after");
    }
}
