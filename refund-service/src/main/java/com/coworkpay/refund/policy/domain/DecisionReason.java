package com.coworkpay.refund.policy.domain;

/// Why money is refunded, or why not. The names are part of events, notices and answers.
public enum DecisionReason {
    /// An overpayment is refunded whatever switch, type and policy say.
    OVERPAYMENT(true),
    /// Cancelled before KakaoPay had taken the money: refunded in full whatever policy and switch say.
    CANCELED_BEFORE_APPROVED(true),
    /// An administrator cancelled, and chose so or left no choice.
    ADMINISTRATORS_CHOICE(true),
    /// Cancelled in time, or a tier was reached.
    IN_TIME(true),
    /// The order was not in progress yet.
    ORDER_STILL_NEW(true),

    /// No cancellation refunds what is of this type.
    TYPE_NOT_REFUNDABLE(false),
    /// The location has automatic refunds switched off.
    AUTOMATIC_REFUNDS_OFF(false),
    /// The administrator who cancelled chose no refund.
    ADMINISTRATOR_CHOSE_NONE(false),
    /// The policy gives no refund.
    NO_REFUND_POLICY(false),
    /// Cancelled after the last deadline.
    TOO_LATE(false),
    /// The order was in progress already.
    ORDER_IN_PROGRESS(false),
    /// The policy counts back from the start, and no start is known.
    START_UNKNOWN(false),
    /// There is no policy with this payment, or one that does not fit its kind.
    NO_POLICY(false),
    /// A cancellation has refunded this payment before.
    ALREADY_REFUNDED(false),
    /// An earlier cancellation's refund of this payment is not over yet. Only in the preview: a cancellation is decided
    /// when that refund is over.
    REFUND_UNDER_WAY(false),
    /// The policy counts back from the opening time of a day whose opening hours are not known yet. Only in the
    /// preview:
    /// a cancellation is decided when they are known.
    SCHEDULE_UNKNOWN(false),
    /// The payment has had as many refunds as one may have.
    TOO_MANY_REFUNDS(false),
    /// All that the policy gives has been refunded already or is reserved.
    NOTHING_LEFT(false);

    private final boolean refunds;

    DecisionReason(boolean refunds) {
        this.refunds = refunds;
    }

    public boolean refunds() {
        return refunds;
    }
}
