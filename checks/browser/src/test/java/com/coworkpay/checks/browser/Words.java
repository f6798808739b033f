package com.coworkpay.checks.browser;

/// What people read and press, as it stands on the pages, in both languages.
enum Words {
    TRY_AND_CONNECT("Try and connect", "확인하고 연결"),
    KEY("Key", "키"),
    SHOW("Show", "보기"),
    CID("CID", "가맹점 코드(CID)"),
    ITS_KEY("On this machine KakaoPay is simulated. Its key:", "이 컴퓨터에서는 카카오페이가 모의 서버입니다. 키:"),
    CONNECTED("Connected. KakaoPay accepted the key.", "연결했습니다. 카카오페이가 키를 승인했습니다."),
    CHECK_NOW("Check now", "지금 확인"),
    REPLACE_KEY("Replace the key, or use another CID", "키 교체 또는 다른 CID 사용"),
    NOTHING_WAS_CHANGED("Nothing was changed", "변경되지 않았습니다"),
    AUTOMATIC_REFUNDS("Automatic refunds", "자동 환불"),
    INVOICES("Invoices", "청구서"),
    SAVED("Saved.", "저장했습니다."),
    DISCONNECT("Disconnect", "연결 해제"),
    DISCONNECTED("Disconnected.", "연결을 해제했습니다."),
    PAY_WITH_KAKAOPAY("Pay %s with KakaoPay", "%s 카카오페이로 결제"),
    PAY_BY_MONEY("Pay with Kakao Pay Money", "카카오페이머니로 결제"),
    ABORT("Cancel", "결제 취소"),
    CHECKING("The payment is being checked", "결제를 확인하고 있습니다"),
    PAID("Paid", "결제 완료"),
    GO_ON_AT_KAKAOPAY("Go on at KakaoPay", "카카오페이에서 계속하세요"),
    CONTINUE_AT_KAKAOPAY("Continue at KakaoPay", "카카오페이로 이동"),
    CANCEL_THIS_PAYMENT("Cancel this payment", "이 결제 취소"),
    CANCELED("Canceled", "취소"),
    RECEIPT("Receipt", "영수증"),
    OVERVIEW("Overview", "개요"),
    TRANSACTIONS("Transactions", "거래 내역"),
    REFUNDS("Refunds", "환불"),
    MANUAL_REVIEW("Manual review", "확인 필요"),
    KAKAOPAY("KakaoPay", "카카오페이"),
    ID_OR_DESCRIPTION("Id or description", "ID 또는 내용"),
    APPLY("Apply", "적용"),
    NO_SUCH_TRANSACTION("No transaction of these filters.", "조건에 맞는 거래가 없습니다."),
    STATUS_PAID("✓ Paid", "✓ 결제 완료"),
    STATUS_PARTLY_REFUNDED("◐ Partly refunded", "◐ 부분 환불"),
    STATUS_REFUNDED("↩ Refunded", "↩ 환불 완료"),
    REFUND("Refund", "환불"),
    REFUND_AMOUNT("Refund %s", "%s 환불"),
    A_PART("A part", "일부 금액"),
    AMOUNT_OF_PART("Amount of the part, in KRW", "일부 금액(원)"),
    BAD_AMOUNT("Type an amount in won, in digits, that is not more than what is left.", "남은 금액 이하의 금액을 숫자로 입력하세요."),
    REASON("Reason", "사유"),
    PAID_TWICE("Paid twice", "중복 결제"),
    NOTE("Note", "메모"),
    NEXT("Next", "다음"),
    STAYS_AFTER("Stays with the location", "환불 후 남는 금액"),
    REFUND_REQUESTED("The refund is requested.", "환불을 요청했습니다."),
    CHANGED_MEANWHILE("It has changed in the meantime", "그 사이에 변경되었습니다"),
    NOTHING_LEFT("Nothing is left to refund.", "환불할 수 있는 금액이 없습니다."),
    UNKNOWN_WHETHER_TAKEN("It is not known whether it was done", "처리되었는지 알 수 없습니다"),
    NOT_PERMITTED("You may not see this page", "이 화면을 볼 권한이 없습니다"),
    NOT_FOUND("There is no such page", "페이지를 찾을 수 없습니다"),
    LOCATIONS("Locations", "지점"),
    SIGN_OUT("Sign out", "로그아웃"),
    SIGNED_OUT("You are signed out", "로그아웃되었습니다"),
    SIGN_IN("Sign in", "로그인"),
    SKIP("Skip to the contents", "본문으로 건너뛰기");

    private final String english;
    private final String korean;

    Words(String english, String korean) {
        this.english = english;
        this.korean = korean;
    }

    String in(Language language) {
        return language == Language.KO ? korean : english;
    }
}
