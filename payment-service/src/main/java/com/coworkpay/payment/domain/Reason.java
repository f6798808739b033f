package com.coworkpay.payment.domain;

/// Why a payment is over without being paid, or why its money is overpaid.
public enum Reason {
    /// A newer attempt to pay the same payable took its place.
    SUPERSEDED,
    /// Nobody paid within KakaoPay's fifteen minutes.
    EXPIRED,
    /// The payer pressed "cancel", at KakaoPay or in the portal.
    PAYER_ABORTED,
    /// The location or its portal canceled it before it was paid.
    CANCELED_BY_LOCATION,
    /// KakaoPay sent the payer back by the fail URL.
    KAKAOPAY_FAILED,
    /// The booking system cancelled what was to be paid.
    PAYABLE_CANCELED,
    /// Another payment of the same payable was paid first.
    ALREADY_PAID,
    /// KakaoPay declined to begin the payment.
    READY_DECLINED,
    /// A hard decline of the approval (card declined, limit, expired).
    APPROVE_DECLINED,
    /// Five soft declines of the approval.
    TOO_MANY_ATTEMPTS,
    /// The outcome was unknown; the order inquiry says that nothing was paid.
    NOT_PAID,
    /// An approval was found on a payment that was over, or that did not hold the payable's slot.
    LATE_APPROVAL
}
