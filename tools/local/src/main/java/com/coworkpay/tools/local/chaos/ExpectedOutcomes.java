package com.coworkpay.tools.local.chaos;

import com.coworkpay.tools.local.load.Portal.Booking;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/// What the callers were told, and what they told themselves: it must be true afterwards.
final class ExpectedOutcomes {
    /// A cancellation that Kafka has.
    ///
    /// @param inTime whether the policy of its booking gives the money back
    record Cancellation(String id, String booking, boolean inTime, Instant canceledAt) {}

    /// An administrator's refund that was answered with 201.
    record Refund(String payment, String id, long amountKrw) {}

    /// What the second person answered to a refund, or its asker by taking it back, and was confirmed by 200.
    ///
    /// @param isApproved or else declined or taken back
    record Answer(String refund, boolean isApproved) {}

    private final Map<String, String> bookingOfPayment = new ConcurrentHashMap<>();
    private final Set<String> succeeded = ConcurrentHashMap.newKeySet();
    private final Queue<Cancellation> cancellations = new ConcurrentLinkedQueue<>();
    private final Set<String> perhapsCancelled = ConcurrentHashMap.newKeySet();
    private final Queue<Refund> refunds = new ConcurrentLinkedQueue<>();
    private final Queue<Answer> answers = new ConcurrentLinkedQueue<>();
    private final LongAdder moved = new LongAdder();
    private final Queue<Booking> kept = new ConcurrentLinkedQueue<>();
    private final LongAdder lives = new LongAdder();
    private final LongAdder givenUp = new LongAdder();

    void begun(String payment, String booking) {
        bookingOfPayment.put(payment, booking);
    }

    void paid(String payment) {
        succeeded.add(payment);
    }

    void cancelled(Cancellation cancellation) {
        cancellations.add(cancellation);
    }

    /// Kafka did not say whether it has the cancellation.
    void perhapsCancelled(String booking) {
        perhapsCancelled.add(booking);
    }

    /// Paid, and nobody means to cancel it.
    void kept(Booking booking) {
        kept.add(booking);
    }

    /// So many of them at most, for somebody who does mean to.
    List<Booking> takeKept(int max) {
        return Stream.generate(kept::poll)
                .limit(max)
                .takeWhile(Objects::nonNull)
                .toList();
    }

    void refunded(Refund refund) {
        refunds.add(refund);
    }

    void answered(Answer answer) {
        answers.add(answer);
    }

    /// A booking has another start.
    void moved() {
        moved.increment();
    }

    void lived() {
        lives.increment();
    }

    /// A caller that was not answered although it asked again and again.
    void gaveUp() {
        givenUp.increment();
    }

    Map<String, String> bookingOfPayment() {
        return Map.copyOf(bookingOfPayment);
    }

    Set<String> succeeded() {
        return Set.copyOf(succeeded);
    }

    List<Cancellation> cancellations() {
        return List.copyOf(cancellations);
    }

    Set<String> perhapsCancelledBookings() {
        return Set.copyOf(perhapsCancelled);
    }

    List<Refund> refunds() {
        return List.copyOf(refunds);
    }

    List<Answer> answers() {
        return List.copyOf(answers);
    }

    long movedBookings() {
        return moved.sum();
    }

    long lives() {
        return lives.sum();
    }

    long givenUp() {
        return givenUp.sum();
    }
}
