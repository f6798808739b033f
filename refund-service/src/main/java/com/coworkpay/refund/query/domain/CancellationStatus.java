package com.coworkpay.refund.query.domain;

import com.coworkpay.refund.domain.Words;

/// What has become of a cancellation.
public enum CancellationStatus {
    /// No payment by KakaoPay is known for what was cancelled.
    NO_PAYMENT(new Words(
            "이 예약·티켓·주문에 대한 카카오페이 결제를 알지 못합니다. 나중에 결제가 확인되면 그때 환불 여부를 결정합니다.",
            "No payment by KakaoPay is known for this. If one becomes known, it is decided then.")),
    /// Its payment is known, and the decision is on its way.
    UNDECIDED(new Words(
            "결제를 확인했으며 곧 환불 여부를 결정합니다.", "The payment is known; whether money goes back is about to be decided.")),
    DECIDED(new Words("환불 여부를 결정했습니다.", "It was decided whether money goes back."));

    private final Words words;

    CancellationStatus(Words words) {
        this.words = words;
    }

    public Words words() {
        return words;
    }

    public static CancellationStatus of(boolean isPaid, boolean isDecided) {
        if (isDecided) {
            return DECIDED;
        }
        return isPaid ? UNDECIDED : NO_PAYMENT;
    }
}
