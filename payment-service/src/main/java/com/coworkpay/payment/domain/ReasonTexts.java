package com.coworkpay.payment.domain;

/// What each reason means to a person.
public final class ReasonTexts {

    private ReasonTexts() {}

    public static LocalizedText of(Reason reason) {
        return switch (reason) {
            case SUPERSEDED -> new LocalizedText("새로 시작한 결제로 대체되었습니다.", "A newer attempt to pay took its place.");
            case EXPIRED ->
                new LocalizedText("결제 시간이 지났습니다. 결제되지 않았습니다.", "The time to pay is over. Nothing was paid.");
            case PAYER_ABORTED ->
                new LocalizedText("결제자가 결제를 취소했습니다. 결제되지 않았습니다.", "The payer canceled. Nothing was paid.");
            case CANCELED_BY_LOCATION ->
                new LocalizedText(
                        "지점에서 결제를 취소했습니다. 결제되지 않았습니다.", "The location canceled this payment. Nothing was paid.");
            case KAKAOPAY_FAILED ->
                new LocalizedText("카카오페이에서 결제가 완료되지 않았습니다.", "The payment was not completed at KakaoPay.");
            case PAYABLE_CANCELED -> new LocalizedText("결제하려던 항목이 취소되었습니다.", "What was to be paid for was canceled.");
            case ALREADY_PAID ->
                new LocalizedText("같은 항목이 다른 결제로 이미 결제되었습니다.", "Another payment has already paid for this.");
            case READY_DECLINED -> new LocalizedText("카카오페이가 결제를 받지 않았습니다.", "KakaoPay declined this payment.");
            case APPROVE_DECLINED ->
                new LocalizedText(
                        "카드사 또는 카카오페이가 결제를 승인하지 않았습니다. 다른 결제 수단으로 다시 시도해 주세요.",
                        "The card company or KakaoPay declined the payment. Try again with another payment method.");
            case TOO_MANY_ATTEMPTS ->
                new LocalizedText(
                        "카카오페이가 승인을 여러 번 일시적으로 거절했습니다. 다시 결제해 주세요.",
                        "KakaoPay temporarily declined the approval several times. Please pay again.");
            case NOT_PAID ->
                new LocalizedText(
                        "확인 결과 결제되지 않았습니다. 청구된 금액이 없습니다.",
                        "KakaoPay confirmed that it was not paid. Nothing was charged.");
            case LATE_APPROVAL ->
                new LocalizedText(
                        "결제가 끝난 뒤 청구된 금액이 발견되어 전액 환불됩니다.",
                        "Money was taken although this payment was over. All of it is refunded.");
        };
    }

    /// KakaoPay's reason for a decline. An unknown one has the general text.
    public static LocalizedText of(Decline decline) {
        return switch (decline.code()) {
            case "NOT_ENOUGH_BALANCE" -> new LocalizedText("잔액이 부족합니다.", "The balance is too low.");
            case "LIMIT_EXCEEDED" -> new LocalizedText("결제 한도를 초과했습니다.", "A payment limit is exceeded.");
            case "EXPIRED" -> new LocalizedText("카카오페이의 결제 시간 15분이 지났습니다.", "KakaoPay's fifteen minutes are over.");
            case "NOT_AUTHENTICATED" ->
                new LocalizedText(
                        "결제자가 카카오페이에서 인증을 마치지 않았습니다.", "The payer did not complete authentication at KakaoPay.");
            case "WRONG_PG_TOKEN" ->
                new LocalizedText(
                        "카카오페이에서 돌아온 주소가 올바르지 않았습니다.", "The return URL from KakaoPay did not belong to this payment.");
            case "PAYER_BUSY" ->
                new LocalizedText("결제자의 다른 거래가 진행 중이었습니다.", "The payer had another payment in progress.");
            case "INVALID_AMOUNT" -> new LocalizedText("카카오페이가 받지 않는 금액입니다.", "KakaoPay does not accept this amount.");
            case "INVALID_REQUEST" ->
                new LocalizedText("카카오페이가 받지 않는 요청입니다.", "KakaoPay does not accept this request.");
            case "METHOD_NOT_SUPPORTED" ->
                new LocalizedText("이 가맹점에서 쓸 수 없는 결제 수단입니다.", "This payment method is not available at this merchant.");
            default -> new LocalizedText("카드사 또는 카카오페이가 거절했습니다.", "The card company or KakaoPay declined it.");
        };
    }
}
