package com.coworkpay.kakaopay.simulator.page;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// Every sentence of the pages, in both languages. Templates say them by name: `{say.AMOUNT}`.
enum PageTexts {
    SIMULATED("모의 결제 · 실제로 결제되지 않습니다", "Simulated payment · no real money moves"),
    PAY_TITLE("카카오페이 결제 (모의)", "KakaoPay payment (simulated)"),
    MERCHANT("가맹점", "Merchant"),
    ITEM("상품명", "Item"),
    QUANTITY("수량", "Quantity"),
    ORDER_ID("주문번호", "Order ID"),
    AMOUNT("결제금액", "Amount"),
    MONEY("카카오페이머니", "Kakao Pay Money"),
    CARD_COMPANY("카드사", "Card company"),
    PAY_BY_MONEY("카카오페이머니로 결제", "Pay with Kakao Pay Money"),
    PAY_BY_CARD("카드로 결제", "Pay by card"),
    WRONG_PASSWORD("비밀번호 틀리기", "Enter a wrong password"),
    ABORT("결제 취소", "Cancel"),
    QR_NOTE(
            "실제 PC 화면에는 QR 코드가 나옵니다. 여기서는 바로 결제할 수 있습니다.",
            "The real PC page shows a QR code. Here you can pay at once."),
    DEADLINE("결제 가능 시각", "Pay before"),
    PASSWORD_FAILED("비밀번호가 틀렸습니다. 남은 횟수", "The password was wrong. Tries left"),
    QUIT_NOTE(
            "결제를 취소하셨습니다. 시간이 남아 있어 다시 결제할 수 있습니다.",
            "You cancelled this payment. There is still time to pay after all."),
    READY_NOTE(
            "인증을 이미 마쳤습니다. 다시 누르면 가맹점으로 돌아갑니다.",
            "You have confirmed this payment already. Paying again takes you back to the merchant."),
    EXPIRED_TITLE("결제 시간이 지났습니다", "The time to pay is over"),
    EXPIRED(
            "15분 안에 결제하지 않아 결제가 만료되었습니다. 금액은 청구되지 않았습니다.",
            "It was not paid within 15 minutes and has expired. Nothing was charged."),
    LOCKED_TITLE("비밀번호를 여러 번 틀렸습니다", "Too many wrong passwords"),
    LOCKED("이 결제는 더 이상 진행할 수 없습니다. 금액은 청구되지 않았습니다.", "This payment cannot go on. Nothing was charged."),
    REFUSED_TITLE("결제가 거절되었습니다", "The payment was refused"),
    PAID_TITLE("결제가 완료되었습니다", "This payment is complete"),
    PAID("이미 결제된 주문입니다. 다시 청구되지 않습니다.", "It was paid already and is not charged again."),
    CANCELED_TITLE("취소된 결제입니다", "This payment was cancelled"),
    CANCELED_SUM("취소금액", "Cancelled"),
    PAID_AT("결제일시", "Paid at"),
    BACK("가맹점으로 돌아가기", "Back to the merchant"),
    UNKNOWN_TITLE("결제를 찾을 수 없습니다", "No such payment"),
    UNKNOWN("주소를 확인해 주세요.", "Please check the address."),
    NOT_ALLOWED("이 결제에는 사용할 수 없는 결제수단입니다.", "This method cannot be used for this payment."),
    MERCHANT_TITLE("가맹점 거래내역 (모의)", "Merchant transactions (simulated)"),
    SEARCH("검색", "Search"),
    SEARCH_HINT("주문번호, TID 또는 AID", "Order ID, TID or AID"),
    ALL_CIDS("모든 CID", "All CIDs"),
    PAYMENT("결제", "Payment"),
    UNPAID("미결제", "Not paid"),
    CANCELLATION("취소", "Cancellation"),
    TIME("일시 (KST)", "Time (KST)"),
    STATUS("상태", "Status"),
    PAID_SUM("결제", "Paid"),
    NET_SUM("순액", "Net"),
    COUNT("건수", "Count"),
    NOT_PAID_YET("결제 전", "Not paid"),
    SUCCEEDED("결제완료", "Paid"),
    PARTLY_CANCELED("부분취소", "Partly cancelled"),
    FULLY_CANCELED("전체취소", "Fully cancelled"),
    STOPPED("결제중단", "Stopped by payer"),
    FAILED("결제실패", "Failed"),
    NEWER("이전", "Newer"),
    OLDER("다음", "Older"),
    NOTHING("거래내역이 없습니다.", "No transactions."),
    FAULTS_TITLE("장애와 시계 (모의)", "Faults and the clock (simulated)"),
    FAULTS_NOW("지금 설정된 장애", "Faults that are set now"),
    FAULTS_NONE("설정된 장애가 없습니다. 카카오페이는 정상입니다.", "None. KakaoPay works as it should."),
    FAULTS_CLEAR("모두 해제", "Remove all of them"),
    FAULTS_ADD("장애 설정", "Set a fault"),
    FAULTS_ADD_NOTE(
            "다음 호출에 한 번 적용됩니다. 설정한 뒤 결제하거나 환불해 보세요.",
            "It is played once, on the next call that fits. Set it, then pay or refund."),
    FAULT("장애", "Fault"),
    FAULT_SET("설정", "Set"),
    FAULT_CALLS("남은 호출", "calls left"),
    FAULTS_RANDOM("호출의 30%에 장애", "Three calls in ten go wrong"),
    FAULTS_RANDOM_NOTE(
            "응답 없음, 처리된 뒤 연결 끊김, 503이 섞여 나옵니다. 결제와 환불은 저절로 확정되며 금액은 어긋나지 않습니다.",
            "No answer, a broken connection after the effect, 503. Payments and refunds settle by themselves, and no won is out of place."),
    FAULTS_RANDOM_ON("호출의 일부에 무작위로 장애가 발생합니다.", "Faults by lot on a part of all calls."),
    FAULTS_PLAYED("최근 발생한 장애", "Faults that were played last"),
    FAULTS_NOT_PLAYED("아직 없습니다.", "None yet."),
    CLOCK("시계", "The clock"),
    CLOCK_NOTE(
            "결제마다 카카오페이의 시계를 앞으로 옮깁니다. 결제 시간 15분과 취소 가능 기간이 그만큼 지납니다. 되돌릴 수 없습니다.",
            "Moves KakaoPay's clock for one payment: its 15 minutes to pay, and its cancel period. It cannot be moved back."),
    CLOCK_FORWARD("앞으로 옮기기", "Move forward"),
    CLOCK_QUARTER("16분 (결제 시간 지남)", "16 minutes (the time to pay is over)"),
    CLOCK_DAY("1일", "1 day"),
    CLOCK_YEAR("366일 (카드 취소 기간 지남)", "366 days (a card's cancel period is over)"),
    CLOCK_AHEAD("옮긴 시간", "moved by"),
    CLOCK_UNITS("%d일 %d시간 %d분", "%d d %d h %d min");

    private final String korean;
    private final String english;

    PageTexts(String korean, String english) {
        this.korean = korean;
        this.english = english;
    }

    String in(Language language) {
        return language == Language.KO ? korean : english;
    }

    static Map<String, String> all(Language language) {
        return Arrays.stream(values()).collect(Collectors.toMap(PageTexts::name, text -> text.in(language)));
    }
}
