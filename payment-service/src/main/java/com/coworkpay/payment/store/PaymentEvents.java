package com.coworkpay.payment.store;

import com.coworkpay.contracts.EventJson;
import com.coworkpay.contracts.EventTypes;
import com.coworkpay.contracts.PaymentNoticeV1;
import com.coworkpay.contracts.PaymentStateV1;
import com.coworkpay.contracts.RefundStateV1;
import com.coworkpay.payment.domain.ApprovalDetails;
import com.coworkpay.payment.domain.Payment;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.domain.Reason;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.outbox.OutboxEvent;
import com.coworkpay.platform.outbox.Traceparent;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a change of a payment publishes: its whole public state on `payment.events`, and a notice to the booking
/// system.
/// Claims, leases and checks publish nothing.
///
/// @param event null: nothing is published
/// @param notice null: the booking system gets none
public record PaymentEvents(
        @Nullable String event, @Nullable String notice) {

    private static final PaymentEvents NONE = new PaymentEvents(null, null);

    static PaymentEvents of(Payment before, Payment after) {
        if (before.status() == after.status() || after.status() == PaymentStatus.UNKNOWN) {
            return Objects.equals(before.manualReviewSince(), after.manualReviewSince())
                    ? NONE
                    : new PaymentEvents(EventTypes.PAYMENT_UNSETTLED, null);
        }
        return switch (after.status()) {
            case WAITING ->
                before.status() == PaymentStatus.CREATED ? new PaymentEvents(EventTypes.PAYMENT_INITIATED, null) : NONE;
            case PAID -> new PaymentEvents(EventTypes.PAYMENT_PAID, EventTypes.NOTICE_PAYMENT_PAID);
            case CANCELED -> new PaymentEvents(EventTypes.PAYMENT_CANCELED, EventTypes.NOTICE_PAYMENT_CANCELED);
            case FAILED -> new PaymentEvents(EventTypes.PAYMENT_FAILED, EventTypes.NOTICE_PAYMENT_FAILED);
            // Of one that was over, the booking system knows already that it is not paid.
            case OVERPAID ->
                new PaymentEvents(
                        EventTypes.PAYMENT_OVERPAID,
                        before.status() == PaymentStatus.WAITING ? EventTypes.NOTICE_PAYMENT_CANCELED : null);
            case CREATED, APPROVING, UNKNOWN -> NONE;
        };
    }

    /// A person resolved it, in the transaction that wrote it so.
    public static OutboxEvent resolved(Payment p) {
        String traceparent = Traceparent.current();
        return new OutboxEvent(
                Ids.next(),
                "payment.events",
                "payment",
                p.id().toString(),
                EventTypes.PAYMENT_RESOLVED,
                p.version(),
                state(p),
                traceparent == null ? p.traceparent() : traceparent);
    }

    /// No token, no return URL, no caller.
    static String state(Payment p) {
        ApprovalDetails approval = p.approval();
        Reason reason = p.reason();
        return EventJson.write(new PaymentStateV1(
                p.id(),
                p.version(),
                p.locationId(),
                p.status().publicStatus().name(),
                reason == null ? null : reason.name(),
                p.payerId(),
                p.ownerId(),
                p.ownerRole(),
                new PaymentStateV1.Payable(
                        p.payableType(),
                        p.payableId(),
                        p.resourceType(),
                        p.resourceId(),
                        p.eventId(),
                        p.startAt(),
                        p.startDay()),
                p.description(),
                p.amounts().totalKrw(),
                p.amounts().supplyKrw(),
                p.amounts().vatKrw(),
                p.amounts().taxFreeKrw(),
                p.quantity(),
                p.device().name(),
                p.policy(),
                p.live(),
                p.merchantAccountId(),
                p.cid(),
                p.tid(),
                approval == null ? null : approval.method(),
                approval == null ? null : approval.cardCompany(),
                p.createdAt(),
                p.initiatedAt(),
                approval == null ? null : approval.approvedAt(),
                p.canceledAt(),
                p.failedAt(),
                p.overpaidKrw(),
                p.unsettledSince()));
    }

    static String notice(Payment p, Instant at) {
        Reason reason = p.reason();
        return EventJson.write(new PaymentNoticeV1(
                p.id(),
                p.version(),
                p.locationId(),
                new RefundStateV1.Payable(p.payableType(), p.payableId()),
                p.status().publicStatus().name(),
                reason == null ? null : reason.name(),
                p.amounts().totalKrw(),
                p.live(),
                occurredAt(p, at)));
    }

    private static Instant occurredAt(Payment p, Instant at) {
        Instant approvedAt = p.approval() == null ? null : p.approval().approvedAt();
        if (approvedAt != null) {
            return approvedAt;
        }
        Instant failedAt = p.failedAt();
        return failedAt == null ? Objects.requireNonNullElse(p.canceledAt(), at) : failedAt;
    }
}
