package com.coworkpay.contracts;

/// The types of the events that our services publish (`ce_type`); docs/contracts/asyncapi.yaml has the same. What they
/// carry: a [PaymentStateV1], a [RefundStateV1], a [LocationStateV1], a [CancellationReleased], a [PaymentNoticeV1], a
/// [RefundNoticeV1] or a [BatchNoticeV1].
public final class EventTypes {
    public static final String LOCATION_CHANGED = "coworkpay.location.changed.v1";
    public static final String INTEGRATION_CHANGED = "coworkpay.integration.changed.v1";
    public static final String CREDENTIAL_CHECK_FAILED = "coworkpay.credential.check_failed.v1";

    public static final String PAYMENT_INITIATED = "coworkpay.payment.initiated.v1";
    public static final String PAYMENT_PAID = "coworkpay.payment.paid.v1";
    public static final String PAYMENT_CANCELED = "coworkpay.payment.canceled.v1";
    public static final String PAYMENT_FAILED = "coworkpay.payment.failed.v1";
    public static final String PAYMENT_OVERPAID = "coworkpay.payment.overpaid.v1";
    public static final String PAYMENT_UNSETTLED = "coworkpay.payment.unsettled.v1";
    public static final String PAYMENT_RESOLVED = "coworkpay.payment.resolved.v1";

    public static final String REFUND_DECIDED = "coworkpay.refund.decided.v1";
    public static final String REFUND_REQUESTED = "coworkpay.refund.requested.v1";
    public static final String REFUND_APPROVAL_REQUESTED = "coworkpay.refund.approval_requested.v1";
    public static final String REFUND_APPROVED = "coworkpay.refund.approved.v1";
    public static final String REFUND_SUCCEEDED = "coworkpay.refund.succeeded.v1";
    public static final String REFUND_FAILED = "coworkpay.refund.failed.v1";
    public static final String REFUND_MANUAL_REVIEW = "coworkpay.refund.manual_review.v1";
    public static final String REFUND_RECORDED_OUTSIDE = "coworkpay.refund.recorded_outside.v1";
    public static final String REFUND_RESOLVED = "coworkpay.refund.resolved.v1";
    public static final String CANCELLATION_RELEASED = "coworkpay.cancellation.released.v1";

    public static final String NOTICE_PAYMENT_PAID = "coworkpay.notice.payment_paid.v1";
    public static final String NOTICE_PAYMENT_FAILED = "coworkpay.notice.payment_failed.v1";
    public static final String NOTICE_PAYMENT_CANCELED = "coworkpay.notice.payment_canceled.v1";
    public static final String NOTICE_REFUNDED = "coworkpay.notice.refunded.v1";
    public static final String NOTICE_REFUND_FAILED = "coworkpay.notice.refund_failed.v1";
    public static final String NOTICE_REFUND_AWAITS_APPROVAL = "coworkpay.notice.refund_awaits_approval.v1";
    public static final String NOTICE_REFUND_APPROVED = "coworkpay.notice.refund_approved.v1";
    public static final String NOTICE_REFUND_DECLINED = "coworkpay.notice.refund_declined.v1";

    public static final String NOTICE_BATCH_AWAITS_CONFIRMATION = "coworkpay.notice.batch_awaits_confirmation.v1";
    public static final String NOTICE_BATCH_AWAITS_APPROVAL = "coworkpay.notice.batch_awaits_approval.v1";
    public static final String NOTICE_BATCH_FINISHED = "coworkpay.notice.batch_finished.v1";

    private EventTypes() {}
}
