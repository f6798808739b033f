package com.coworkpay.refund.domain;

/// What happened to a refund that failed or is in manual review, and what a person does about it.
public final class OperatorGuidance {

    private OperatorGuidance() {}

    public static LocalizedText after(Failure failure) {
        return switch (failure) {
            case CANCEL_PERIOD_OVER ->
                new LocalizedText(
                        "카카오페이에서 이 결제를 취소할 수 있는 기간이 지났습니다. 계좌 이체 등 다른 방법으로 환불해 주세요.",
                        "KakaoPay does not cancel this payment any more: the time for it is over. Refund it another way, for"
                                + " instance by bank transfer.");
            case PAYER_LEFT ->
                new LocalizedText(
                        "결제자가 카카오페이머니를 해지하여 카카오페이로 환불할 수 없습니다. 계좌 이체 등 다른 방법으로 환불해 주세요.",
                        "The payer has left KakaoPay Money, so KakaoPay cannot refund this. Refund it another way, for"
                                + " instance by bank transfer.");
            case REFUSED ->
                new LocalizedText(
                        "카카오페이 또는 카드사가 환불을 거절했습니다. 주문번호로 카카오페이에 문의하거나 다른 방법으로 환불해 주세요.",
                        "KakaoPay or the card company declined this refund for good. Ask KakaoPay with the Order ID, or refund"
                                + " it another way.");
            case GIVEN_UP ->
                new LocalizedText(
                        "환불되지 않았습니다. 카카오페이 주문 조회에서 금액이 그대로 있는 것을 확인했습니다. 다시 환불을 요청해 주세요.",
                        "It was not refunded: KakaoPay's order shows that the money is still there. Request it again.");
            case REFUNDED_OUTSIDE ->
                new LocalizedText(
                        "카카오페이 파트너센터 등 외부에서 이미 취소되어 이 환불에 남은 금액이 없습니다. 추가로 하실 일은 없습니다.",
                        "The payment was canceled outside, for instance in KakaoPay's dashboard, and nothing is left for this"
                                + " refund. There is nothing to do.");
            case REFUNDED_ELSEWHERE ->
                new LocalizedText(
                        "담당자가 다른 방법(계좌 이체 등)으로 환불했다고 확인했습니다. 추가로 하실 일은 없습니다.",
                        "A person recorded that it was refunded another way, for instance by bank transfer. There is"
                                + " nothing to do.");
            case APPROVAL_DECLINED ->
                new LocalizedText(
                        "다른 담당자가 환불을 승인하지 않았습니다. 환불되지 않았으며 금액은 다시 환불할 수 있습니다.",
                        "Another person declined this refund. Nothing was refunded, and the amount can be refunded again.");
            case APPROVAL_EXPIRED ->
                new LocalizedText(
                        "기한 안에 아무도 승인하지 않아 환불되지 않았습니다. 필요하면 다시 요청해 주세요.",
                        "Nobody approved this refund in time, and nothing was refunded. Request it again if it is needed.");
            case WITHDRAWN ->
                new LocalizedText(
                        "요청한 담당자가 승인되기 전에 환불 요청을 취소했습니다. 환불되지 않았습니다.",
                        "The person who requested this refund took it back before it was approved. Nothing was refunded.");
        };
    }

    public static LocalizedText about(ReviewReason reason) {
        return switch (reason) {
            case NOT_SENT_TOO_LONG ->
                new LocalizedText(
                        "환불을 오랫동안 보내지 못했습니다. 카카오페이 연결(키)과 이 결제의 다른 환불을 확인해 주세요. 문제가 해결되면 자동으로 진행됩니다.",
                        "This refund could not be sent for long. Check the location's connection to KakaoPay (its key) and"
                                + " the payment's other refunds. It continues by itself once that is fixed.");
            case UNSETTLED_TOO_LONG ->
                new LocalizedText(
                        "카카오페이가 환불했는지 아직 알 수 없어 계속 확인하고 있습니다. 카카오페이 파트너센터에서 주문번호로 확인하고, 그 전에는 다른 방법으로 환불하지 마세요.",
                        "Whether KakaoPay has refunded this is not known yet; order inquiries continue. Find it in KakaoPay's"
                                + " dashboard by the Order ID, and do not refund it another way before that.");
            case MANY_ATTEMPTS ->
                new LocalizedText(
                        "여러 번 보냈지만 카카오페이에 환불이 나타나지 않습니다. 금액은 그대로이며, 간격을 늘려 가며 자동으로 다시 보냅니다.",
                        "It was sent several times and KakaoPay does not show it. The money is still there; it is sent again"
                                + " by itself, with growing pauses.");
            case BALANCE_DIFFERS ->
                new LocalizedText(
                        "카카오페이의 잔액이 이곳의 내역보다 적은데 그 이유를 주문 조회로 알 수 없습니다. 파트너센터에서 주문번호로 확인하고, 이 환불의 취소가 있으면 그 요청 고유번호(AID)와 함께 카카오페이가 환불한 것으로 직접 처리해 주세요. 확인될 때까지 이 환불은 보내지 않습니다.",
                        "KakaoPay's balance is lower than the refunds here explain, and its list of cancels does not say why."
                                + " Find the payment in KakaoPay's dashboard by the Order ID. If this refund's cancel is there,"
                                + " resolve this refund as refunded by KakaoPay, with its AID. The refund is not sent before that is clear.");
            case ORDER_CONTRADICTS ->
                new LocalizedText(
                        "카카오페이의 주문 조회 결과가 이 결제 또는 환불과 맞지 않습니다. 카카오페이 파트너센터에서 주문번호로 확인해 주세요.",
                        "KakaoPay's order does not fit this payment or refund. Find it in KakaoPay's dashboard by the"
                                + " Order ID.");
            case SAME_AMOUNT_OUTSIDE ->
                new LocalizedText(
                        "같은 금액이 카카오페이 파트너센터 등 외부에서 취소되었습니다. 이 환불을 대신한 것인지 확인한 뒤, 어느 경우든 이 환불은 환불되지 않은 것으로 직접 처리해 주세요. 회원이 받지 못했다면 새로 환불을 요청해 주세요.",
                        "The same amount was canceled outside, for instance in KakaoPay's dashboard. Find out whether that was"
                                + " done instead of this refund. Resolve this one as not refunded in both cases; if the member has not got"
                                + " the money, request a new refund.");
            case REFUNDED_TWICE ->
                new LocalizedText(
                        "다른 방법으로 환불했다고 기록된 뒤 카카오페이에서도 환불되었습니다. 회원이 두 번 받았을 수 있으니 확인한 뒤, 요청 고유번호(AID)와 함께 카카오페이가 환불한 것으로 직접 처리해 주세요.",
                        "It was recorded as refunded elsewhere, and KakaoPay has refunded it as well. The member may have got"
                                + " it twice: talk to them, then resolve it as refunded by KakaoPay, with its AID.");
        };
    }
}
