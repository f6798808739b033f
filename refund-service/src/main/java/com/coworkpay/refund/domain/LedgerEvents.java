package com.coworkpay.refund.domain;

import com.coworkpay.contracts.EventTypes;
import com.coworkpay.contracts.RefundNoticeV1;
import com.coworkpay.contracts.RefundStateV1;
import com.coworkpay.refund.domain.LedgerChange.Move;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a change of a ledger publishes: its new state, and what the booking system hears of it.
public final class LedgerEvents {

    private LedgerEvents() {}

    /// @param key of Kafka
    public record Event(
            String topic,
            String aggregateType,
            String key,
            String type,
            long version,
            Record data,
            @Nullable String traceparent) {}

    public static List<Event> of(LedgerChange change) {
        return Stream.of(
                        Stream.of(state(change)),
                        change.moves().stream().flatMap(move -> notices(change, move)),
                        change.newDecisions().stream()
                                .filter(decision -> decision.refundId() == null)
                                .map(decision -> declined(change, decision)))
                .flatMap(each -> each)
                .toList();
    }

    private static Event state(LedgerChange change) {
        Ledger after = change.after();
        return new Event(
                "refund.events",
                "refund",
                after.payment().paymentId().toString(),
                type(change),
                after.payment().version(),
                data(after),
                change.moves().stream()
                        .findFirst()
                        .map(move -> traceparent(change, move.after()))
                        .orElse(change.traceparent()));
    }

    private static String type(LedgerChange change) {
        if (change.resolution() != null) {
            return EventTypes.REFUND_RESOLVED;
        }
        List<Move> moves = change.moves();
        if (moves.stream().anyMatch(LedgerEvents::isOutside)) {
            return EventTypes.REFUND_RECORDED_OUTSIDE;
        }
        if (moves.stream().anyMatch(LedgerEvents::isRefunded)) {
            return EventTypes.REFUND_SUCCEEDED;
        }
        if (moves.stream().anyMatch(LedgerEvents::isFailed)) {
            return EventTypes.REFUND_FAILED;
        }
        if (moves.stream().anyMatch(LedgerEvents::awaitsApproval)) {
            return EventTypes.REFUND_APPROVAL_REQUESTED;
        }
        if (moves.stream().anyMatch(LedgerEvents::isApproved)) {
            return EventTypes.REFUND_APPROVED;
        }
        if (moves.stream().anyMatch(move -> move.before() == null)) {
            return EventTypes.REFUND_REQUESTED;
        }
        return moves.isEmpty() ? EventTypes.REFUND_DECIDED : EventTypes.REFUND_MANUAL_REVIEW;
    }

    private static boolean isOutside(Move move) {
        return move.before() == null && move.after().origin() == Origin.OUTSIDE;
    }

    private static boolean isRefunded(Move move) {
        return move.after().status() == RefundStatus.SUCCEEDED
                && (move.before() == null || move.before().status() != RefundStatus.SUCCEEDED);
    }

    /// Also where a person gives another reason for a failure.
    private static boolean isFailed(Move move) {
        return move.after().failure() != null
                && (move.before() == null
                        || move.before().failure() != move.after().failure());
    }

    private static boolean awaitsApproval(Move move) {
        return move.before() == null && move.after().status() == RefundStatus.AWAITING_APPROVAL;
    }

    /// By one person; it may need another one.
    private static boolean isApproved(Move move) {
        Approval before = move.before() == null ? null : move.before().approval();
        Approval after = move.after().approval();
        return before != null && after != null && after.given() > before.given();
    }

    private static Stream<Event> notices(LedgerChange change, Move move) {
        Refund refund = move.after();
        Failure failure = refund.failure();
        if (awaitsApproval(move)) {
            return Stream.of(notice(
                    change,
                    refund,
                    EventTypes.NOTICE_REFUND_AWAITS_APPROVAL,
                    "AWAITING_APPROVAL",
                    refund.reason(),
                    null));
        }
        if (isApproved(move) && refund.status() == RefundStatus.REQUESTED) {
            return Stream.of(notice(
                    change, refund, EventTypes.NOTICE_REFUND_APPROVED, "REFUND_APPROVED", refund.reason(), null));
        }
        if (isRefunded(move)) {
            return Stream.of(notice(change, refund, EventTypes.NOTICE_REFUNDED, "REFUNDED", refund.reason(), null));
        }
        return isFailed(move) && failure != null
                ? Stream.of(notice(
                        change,
                        refund,
                        EventTypes.NOTICE_REFUND_FAILED,
                        "REFUND_FAILED",
                        failure.name(),
                        OperatorGuidance.after(failure)))
                : Stream.empty();
    }

    private static Event notice(
            LedgerChange change,
            Refund refund,
            String type,
            String status,
            String reason,
            @Nullable LocalizedText explanation) {
        PaidPayment payment = change.after().payment();
        return notice(
                payment,
                type,
                new RefundNoticeV1(
                        payment.paymentId(),
                        payment.version(),
                        payment.locationId(),
                        new RefundStateV1.Payable(payment.payableType(), payment.payableId()),
                        status,
                        reason,
                        refund.id(),
                        refund.cancellationId(),
                        refund.amountKrw(),
                        payment.refundedKrw(),
                        payment.totalKrw(),
                        payment.live(),
                        explanation == null ? null : new RefundNoticeV1.Explanation(explanation.ko(), explanation.en()),
                        refund.origin().name(),
                        change.at()),
                traceparent(change, refund));
    }

    private static Event declined(LedgerChange change, Decision decision) {
        PaidPayment payment = change.after().payment();
        return notice(
                payment,
                EventTypes.NOTICE_REFUND_DECLINED,
                new RefundNoticeV1(
                        payment.paymentId(),
                        payment.version(),
                        payment.locationId(),
                        new RefundStateV1.Payable(payment.payableType(), payment.payableId()),
                        "REFUND_DECLINED",
                        decision.reason(),
                        null,
                        decision.cancellationId(),
                        0,
                        payment.refundedKrw(),
                        payment.totalKrw(),
                        payment.live(),
                        new RefundNoticeV1.Explanation(decision.explanationKo(), decision.explanationEn()),
                        null,
                        change.at()),
                change.traceparent());
    }

    private static Event notice(PaidPayment payment, String type, RefundNoticeV1 data, @Nullable String traceparent) {
        return new Event("booking.notices", "notice", payment.payableId(), type, payment.version(), data, traceparent);
    }

    private static @Nullable String traceparent(LedgerChange change, Refund refund) {
        String current = change.traceparent();
        return current == null ? refund.traceparent() : current;
    }

    /// The whole public state: without notes and without the names of those who requested.
    private static RefundStateV1 data(Ledger ledger) {
        PaidPayment payment = ledger.payment();
        return new RefundStateV1(
                payment.paymentId(),
                payment.version(),
                payment.locationId(),
                payment.live(),
                new RefundStateV1.Payable(payment.payableType(), payment.payableId()),
                payment.overpaid(),
                payment.totalKrw(),
                payment.vatKrw(),
                payment.taxFreeKrw(),
                payment.refundedKrw(),
                payment.refundedVatKrw(),
                payment.refundedTaxFreeKrw(),
                payment.reservedKrw(),
                payment.refundedElsewhereKrw(),
                payment.amounts().balanceKrw(),
                ledger.refunds().stream().map(LedgerEvents::data).toList(),
                ledger.decisions().stream().map(LedgerEvents::data).toList(),
                ledger.decisionsOmitted());
    }

    private static RefundStateV1.Refund data(Refund refund) {
        return new RefundStateV1.Refund(
                refund.id(),
                refund.status().name(),
                refund.origin().name(),
                refund.reason(),
                refund.amountKrw(),
                refund.amounts().supplyKrw(),
                refund.vatKrw(),
                refund.taxFreeKrw(),
                refund.decisionId(),
                refund.cancellationId(),
                name(refund.failure()),
                refund.aid(),
                refund.requestedAt(),
                refund.canceledAt(),
                refund.status() == RefundStatus.FAILED ? refund.finishedAt() : null,
                refund.manualReviewSince(),
                name(refund.manualReviewReason()),
                refund.approval() == null ? null : data(refund.approval()),
                refund.batchId());
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private static RefundStateV1.Approval data(Approval approval) {
        return new RefundStateV1.Approval(
                approval.needed(), approval.given(), approval.limitKrw(), approval.expiresAt());
    }

    private static RefundStateV1.Decision data(Decision decision) {
        return new RefundStateV1.Decision(
                decision.id(),
                decision.cancellationId(),
                decision.outcome(),
                decision.reason(),
                decision.amountKrw(),
                decision.refundId(),
                decision.deadlineAt(),
                decision.decidedAt());
    }
}
