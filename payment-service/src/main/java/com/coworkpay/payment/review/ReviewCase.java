package com.coworkpay.payment.review;

import com.coworkpay.payment.domain.LocalizedText;
import com.coworkpay.payment.domain.OrderInquiry.InquiryResult;
import org.jspecify.annotations.Nullable;

/// Why a payment is in manual review: the last answer of KakaoPay's order, and what a person does about it.
enum ReviewCase {
    /// KakaoPay gives no answer to `order`, or the account's key is refused.
    NO_ANSWER,
    /// KakaoPay does not know the payment, or not any more.
    NOT_FOUND,
    /// KakaoPay's answer does not fit what is stored.
    ANSWER_DOES_NOT_FIT,
    /// KakaoPay says that it is not paid yet; it ends by itself.
    NOT_PAID_YET;

    /// @param last the result of the last inquiry; null before the first one
    public static ReviewCase of(@Nullable InquiryResult last) {
        return switch (last) {
            case null -> NO_ANSWER;
            case NOTHING_LEARNED -> NO_ANSWER;
            case NOT_FOUND -> NOT_FOUND;
            case CONTRADICTS, PAID -> ANSWER_DOES_NOT_FIT;
            case READY_TO_APPROVE, WAITING_FOR_PAYER, FAILED, STOPPED -> NOT_PAID_YET;
        };
    }

    public LocalizedText whatHappened() {
        return switch (this) {
            case NO_ANSWER ->
                new LocalizedText(
                        "승인 결과를 알 수 없고, 카카오페이 주문 조회에서 답을 받지 못하고 있습니다.",
                        "Whether it was approved is not known, and KakaoPay's order inquiry gives no answer.");
            case NOT_FOUND ->
                new LocalizedText(
                        "승인 결과를 알 수 없고, 카카오페이 주문 조회에 이 결제가 없습니다.",
                        "Whether it was approved is not known, and KakaoPay's order inquiry does not find this payment.");
            case ANSWER_DOES_NOT_FIT ->
                new LocalizedText(
                        "카카오페이의 답이 이 결제와 맞지 않습니다.",
                        "KakaoPay's answer does not fit this payment (another amount, order or form).");
            case NOT_PAID_YET ->
                new LocalizedText("카카오페이는 아직 결제되지 않았다고 답했습니다.", "KakaoPay says that it is not paid yet.");
        };
    }

    public LocalizedText whatToDo() {
        return switch (this) {
            case NO_ANSWER ->
                new LocalizedText(
                        "지점의 카카오페이 연결(키)을 확인하고 다시 조회해 주세요. 조회가 계속되지 않으면 카카오페이 파트너센터에서 주문번호로 확인하고, 결제되지 않았다면 근거를 적어 결제되지 않은 것으로 직접 처리해 주세요.",
                        "Check the location's connection to KakaoPay (its key), then inquire again. If there is still no answer,"
                                + " search KakaoPay's dashboard for the Order ID. If it was not paid, resolve it as not paid, with"
                                + " that evidence.");
            case NOT_FOUND ->
                new LocalizedText(
                        "카카오페이 파트너센터에서 주문번호로 확인하거나 카카오페이에 문의해 주세요. 결제되지 않았다면 근거를 적어 결제되지 않은 것으로 직접 처리해 주세요.",
                        "Search KakaoPay's dashboard for the Order ID, or ask KakaoPay. If it was not paid, resolve it as not paid,"
                                + " with that evidence.");
            case ANSWER_DOES_NOT_FIT ->
                new LocalizedText(
                        "카카오페이 파트너센터에서 주문번호와 금액을 확인하고 카카오페이에 문의해 주세요. 그 전에는 다른 방법으로 결제받지 마세요.",
                        "Compare Order ID and amount with KakaoPay's dashboard and ask KakaoPay. Until then, do not take payment"
                                + " another way.");
            case NOT_PAID_YET ->
                new LocalizedText(
                        "할 일이 없습니다. 결제 시간이 끝나면 자동으로 종료됩니다. 다시 조회하면 바로 확인할 수 있습니다.",
                        "Nothing: it ends by itself when the time to pay is over. Inquire again to see the result at once.");
        };
    }
}
