package com.coworkpay.refund.query;

import com.coworkpay.refund.domain.LocalizedText;

/// What became of a cancellation. The view `received_cancellation` says which one it is.
enum CancellationOutcome {
    /// Money goes back for it; the decision's refund says how far it is.
    REFUND(new LocalizedText("환불하기로 결정했습니다.", "It was decided to refund.")),
    /// Nothing is refunded; the decision says why.
    DECLINED(new LocalizedText("환불하지 않기로 결정했습니다.", "It was decided not to refund.")),
    /// No payment by KakaoPay is known for what was cancelled.
    NO_PAYMENT(new LocalizedText(
            "이 예약·티켓·주문에 대한 카카오페이 결제를 알지 못합니다. 나중에 결제가 확인되면 그때 환불 여부를 결정합니다.",
            "No payment by KakaoPay is known for this. If one becomes known, it is decided then.")),
    /// Its payment is known, and it is not decided yet.
    WAITING(
            new LocalizedText(
                    "결제를 확인했으며 환불 여부를 결정할 예정입니다. 이전 취소에 따른 환불이 진행 중이면 그 환불이 끝난 뒤에," + " 실패했다면 금액이 그대로인지 확인된 뒤에 결정합니다.",
                    "The payment is known, and the refund is not decided yet. If a refund by an earlier cancellation is in"
                            + " progress, it is decided once that is over, and if that failed, once KakaoPay has shown that no money moved.")),
    /// The booking system restored the payable before it was decided.
    RESTORED(new LocalizedText(
            "취소가 철회되어 환불하지 않습니다.", "The booking system restored what was cancelled: nothing is refunded for it.")),
    /// It is implausible, and a person has to end it.
    SET_ASIDE(
            new LocalizedText(
                    "취소 내용을 확인해야 하여 보류되었습니다. 담당자가 반영하거나 기각할 때까지 효력이 없습니다.",
                    "It was set aside because it is not plausible, and has no effect until a person releases or dismisses it.")),
    /// A person decided that it never counts.
    DISMISSED(new LocalizedText("담당자가 이 취소를 기각했습니다.", "A person dismissed it: it has no effect."));

    private final LocalizedText text;

    CancellationOutcome(LocalizedText text) {
        this.text = text;
    }

    public LocalizedText text() {
        return text;
    }
}
