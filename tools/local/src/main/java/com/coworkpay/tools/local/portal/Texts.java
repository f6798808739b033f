package com.coworkpay.tools.local.portal;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// Every sentence of the portal and of the landing page, in both languages. Templates say them by name: `{say.BOOK}`.
enum Texts {
    SKIP("본문으로 건너뛰기", "Skip to the content"),
    PORTAL("코워킹 포털 (체험용)", "Coworking portal (stand-in)"),
    STAND_IN(
            "포털과 예약 시스템을 대신하는 체험용 화면입니다. 비밀번호가 없으며 실제 금액은 결제되지 않습니다.",
            "This plays the portal and the booking system. No passwords, and no real money moves."),
    START_PAGE("시작 화면", "Start page"),
    YOU_ARE("현재 사용자", "You are"),
    SHOP("둘러보기", "Book"),
    SHOP_TITLE("예약 및 구매", "Book and buy"),
    MY_BOOKINGS("내 예약", "My bookings"),
    HOST("운영", "Host"),
    LOCATION("지점", "Location"),
    CHOOSE("선택", "Choose"),
    WHEN("시작", "When"),
    BOOK("예약하고 결제하기", "Book and pay"),
    BUY("바로 결제하기", "Pay"),
    PAY("결제하기", "Pay"),
    NOT_OFFERED("이 지점에서는 카카오페이로 결제할 수 없습니다", "KakaoPay is not offered at this location"),
    NO_BOOKINGS("아직 예약이 없습니다.", "Nothing was booked yet."),
    ONLY_NEWEST("최근 30건만 표시합니다.", "Only the newest 30 are shown."),
    PRICE("금액", "Price"),
    TAKES_PLACE("이용 일시", "Takes place"),
    PAYER("결제자", "Payer"),
    POLICY("환불 정책", "Refund policy"),
    NOTIFIED("booking.notices 알림", "Told by booking.notices"),
    LIVE("payment-service 조회", "Live from payment-service"),
    BACK_NOW("지금 취소하면 환불되는 금액", "What would come back now"),
    ORDER_ID("주문번호(Order ID)", "Order ID"),
    IN_CONSOLE("콘솔에서 보기", "In the console"),
    AT_KAKAOPAY("카카오페이에서 보기", "At KakaoPay"),
    NOT_NOTIFIED_YET(
            "Kafka에 아직 전달하지 못했습니다. 저장해 두었으며 다시 전달합니다.", "Kafka does not have it yet. It is kept and told again."),
    CANCEL("예약 취소", "Cancel"),
    CANCEL_MEMBER_NOTE("환불 금액은 환불 정책에 따라 정해집니다.", "The policy decides how much comes back."),
    CANCEL_MEMBER("멤버로서 취소하기", "Cancel as the member"),
    AS_ADMINISTRATOR("관리자로서 취소하기", "Cancel as the administrator"),
    REFUND_CHOICE("환불", "Refund"),
    CHOICE_FULL("전액", "All of it"),
    CHOICE_NONE("없음", "None"),
    CHOICE_AMOUNT("금액 지정", "An amount"),
    CHOICE_OPEN("지정하지 않음 (자동 환불이 켜져 있으면 전액)", "No choice (all of it if automatic refunds are on)"),
    AMOUNT("금액(원)", "Amount in won"),
    CANCEL_ADMINISTRATOR("관리자로서 취소", "Cancel as Minji"),
    NO_CANCELLATION(
            "크레딧과 청구서는 예약 취소로 환불되지 않습니다. 관리자가 콘솔에서 환불합니다.",
            "Credits and invoices are refunded by no cancellation. An administrator refunds them in the console."),
    MOVE("예약 변경", "Move"),
    NEW_START("새 시작", "New start"),
    RESTORE("취소 철회", "Take the cancellation back"),
    RESTORE_NOTE(
            "예약이 다시 유효해집니다. 이미 환불된 금액은 그대로이며 다시 결제할 수 있습니다.",
            "It counts again. What was refunded stays refunded, and can be paid again."),
    PANEL("주고받은 내용", "Sent and heard"),
    PANEL_NOTE(
            "포털의 REST 호출과 Kafka 이벤트입니다. 최신 항목이 먼저 표시되며 비밀 값은 가려집니다.",
            "The portal's REST calls and Kafka events, newest first. Secrets are left out."),
    SENT("보냄", "Sent"),
    RECEIVED("받음", "Heard"),
    BADGE_REST("REST", "REST"),
    BADGE_EVENT_SENT("이벤트 보냄", "event sent"),
    BADGE_EVENT_RECEIVED("이벤트 받음", "event heard"),
    NOTHING_SAID("아직 없습니다.", "Nothing yet."),
    HOST_TITLE("지점 운영", "The host's page"),
    HOST_NOTE(
            "관리자 민지로서 취소합니다. 예약마다 이벤트가 하나씩 전달됩니다.", "Cancels as Minji, the administrator: one event for each booking."),
    EVENTS("행사", "Events"),
    CANCEL_EVENT("행사 전체 취소", "Cancel for everybody"),
    TICKETS("입장권", "tickets"),
    NO_EVENTS("취소할 입장권이 없습니다.", "No tickets to cancel."),
    DAYS("휴무일", "Close a day"),
    CLOSE_DAY("휴무 처리", "Close this day"),
    BOOKINGS("예약", "bookings"),
    NO_DAYS("취소할 예약이 없습니다.", "No bookings to cancel."),
    SHOP_ORDERS("새 주문", "New orders"),
    PACK("포장 시작", "Begin to pack"),
    NO_SHOP_ORDERS("새 주문이 없습니다.", "No new orders."),
    CHANGED_MEANWHILE("그사이 내용이 바뀌었습니다. 다시 확인해 주세요.", "It changed meanwhile. Please look again."),
    NOT_POSSIBLE("지금은 처리할 수 없습니다.", "This cannot be done now."),
    WRONG_AMOUNT("0 이상의 금액을 숫자로 입력해 주세요.", "Enter the amount in digits, 0 or more."),
    SUITE_UNAVAILABLE(
            "CoworkPay에 연결할 수 없습니다. 잠시 후 다시 눌러 주세요. 두 번 만들어지지 않습니다.",
            "CoworkPay does not answer. Press again in a moment; it is not made twice."),
    NOT_FOUND("페이지를 찾을 수 없습니다", "No such page"),
    FAILED("처리하지 못했습니다. 다시 시도해 주세요.", "That did not work. Please try again."),
    OTHER_SITE("다른 사이트에서 보낸 요청은 처리하지 않습니다.", "A form that another site sends is not accepted."),
    RETURNED("카카오페이에서 돌아왔습니다", "Back from KakaoPay"),
    RETURNED_NOTE("payment-service가 다음 값과 함께 이 화면으로 보냈습니다.", "payment-service sent the browser on with this:"),
    STATUS_OPEN("결제 대기", "Not paid yet"),
    STATUS_PAID("결제 완료", "Paid"),
    STATUS_PARTLY("일부 환불", "Partly refunded"),
    STATUS_REFUNDED("환불 완료", "Refunded"),
    STATUS_CANCELLING("취소됨, 환불 확인 중", "Cancelled, refund being decided"),
    STATUS_CANCELLED("취소됨", "Cancelled"),
    STATUS_CANCELLED_NOTHING("취소됨, 환불 없음", "Cancelled, nothing back"),
    STATUS_CANCELLED_FAILED("취소됨, 환불 실패", "Cancelled, refund failed"),
    NOTIFIED_NOTHING("아직 알림 없음", "Nothing told yet"),
    NOTIFIED_PAID("결제 완료", "Paid"),
    NOTIFIED_CANCELED("결제되지 않고 종료", "Ended unpaid"),
    NOTIFIED_FAILED("결제 실패", "Payment failed"),
    NOTIFIED_REFUNDED("환불됨", "Refunded"),
    NOTIFIED_DECLINED("환불 없음", "Nothing is refunded"),
    NOTIFIED_REFUND_FAILED("환불 실패", "Refund failed"),
    LIVE_NOTHING("결제 시도 없음", "No attempt to pay"),
    LIVE_UNKNOWN("지금은 알 수 없음", "Not known now"),
    LIVE_PENDING("결제 대기", "Pending"),
    LIVE_PROCESSING("확인 중", "Being checked"),
    LIVE_SUCCEEDED("결제 완료", "Paid"),
    LIVE_CANCELED("취소", "Cancelled"),
    LIVE_FAILED("실패", "Failed"),
    LIVE_REFUNDED("환불", "refunded"),
    LIVE_REFUNDING("환불 중", "being refunded"),
    LANDING_TITLE("이 컴퓨터의 CoworkPay", "CoworkPay on this machine"),
    LANDING_NOTE(
            "코워킹 스페이스를 위한 카카오페이 결제입니다. 카카오페이는 시뮬레이터로 대신하며 실제 금액은 결제되지 않습니다.",
            "KakaoPay payments for coworking spaces, with a simulator in KakaoPay's place: no money moves."),
    DOOR_CONSOLE("관리자 민지로 콘솔 열기", "The console, as Minji"),
    DOOR_CONSOLE_NOTE(
            "연결, 거래 내역, 환불. 로그인 화면에서 Kim Minji를 선택합니다.",
            "Connect, transactions, refunds. Choose Kim Minji to sign in."),
    DOOR_PORTAL("멤버 지수로 포털 열기", "The portal, as Jisoo"),
    DOOR_PORTAL_NOTE("예약, 결제, 내 예약, 취소.", "Book, pay, my bookings, cancel."),
    DOOR_KAKAOPAY("카카오페이 가맹점 화면 (모의)", "KakaoPay's desk (simulated)"),
    DOOR_KAKAOPAY_NOTE("카카오페이에 기록된 거래입니다.", "What KakaoPay has recorded."),
    DOOR_FAULTS("장애와 시계 설정", "Faults and the clock"),
    STEPS("5분 체험", "Five minutes"),
    STEPS_NOTE("완료 표시는 서비스의 응답으로 정해지며 저절로 바뀝니다. 지점:", "Each step ticks itself by what the services say. Location:"),
    DONE_SO_FAR("완료한 단계", "Steps done"),
    STEP_DONE("완료", "done"),
    STEP_NEXT("다음 단계", "next"),
    STEP_OPEN("아직", "not yet"),
    STEP_UNKNOWN("지금은 알 수 없음", "not known now"),
    STEP_CONNECT("카카오페이 연결", "Connect KakaoPay"),
    STEP_CONNECT_NOTE(
            "콘솔에서 시뮬레이터의 시크릿 키와 CID를 입력하고 연결합니다.", "In the console: fill in the simulator's key and CID, and connect."),
    STEP_PAY("예약하고 결제", "Book and pay"),
    STEP_PAY_NOTE("지수로 예약하고 카카오페이(모의)에서 결제합니다.", "As Jisoo: book something and pay at the simulated KakaoPay."),
    STEP_CANCEL("취소하고 환불 확인", "Cancel and see it come back"),
    STEP_CANCEL_NOTE("내 예약에서 취소하면 정책에 따라 환불됩니다.", "Cancel it in My bookings: the policy gives it back."),
    STEP_PART("직접 일부 환불", "Refund a part by hand"),
    STEP_PART_NOTE("하나를 더 결제한 뒤 콘솔의 거래에서 일부 금액을 환불합니다.", "Pay once more, then refund a part of it in the console."),
    STEP_FIND("거래 내역에서 찾기", "Find it in Transactions"),
    STEP_FIND_NOTE(
            "거래 내역과 카카오페이의 기록을 나란히 확인합니다. 같은 주문번호의 금액이 양쪽에서 같으면 완료됩니다.",
            "See Transactions beside KakaoPay's list. Done when both have the same amounts under the same Order ID."),
    STEP_DISCONNECT("연결 해제", "Disconnect"),
    STEP_DISCONNECT_NOTE("콘솔의 카카오페이 화면에서 연결을 해제합니다.", "On the console's KakaoPay page."),
    GO_CONNECT("연결하러 가기", "Connect"),
    GO_PAY("예약하러 가기", "Book"),
    GO_CANCEL("내 예약 열기", "Open My bookings"),
    GO_PART("환불할 결제 열기", "Open a payment to refund"),
    GO_PART_FIRST("먼저 하나 더 결제하기", "Pay for something first"),
    GO_FIND("거래 내역 열기", "Open Transactions"),
    GO_KAKAOPAY("카카오페이 기록 열기", "Open KakaoPay's list"),
    GO_DISCONNECT("연결 해제하러 가기", "Disconnect"),
    EVIDENCE_CONNECTED("연결 시각", "Connected"),
    EVIDENCE_DISCONNECTED("해제 시각", "Disconnected"),
    EVIDENCE_PAID("결제", "Paid"),
    EVIDENCE_REFUNDED("환불", "Refunded"),
    EVIDENCE_SAME("양쪽 모두 결제와 환불 금액이 같습니다", "Both lists say the same"),
    ALL_DONE("여섯 단계를 모두 마쳤습니다.", "All six steps are done."),
    MORE("더 보기", "More"),
    MORE_DEMO("모든 과정을 자동으로 실행합니다:", "The whole story, played by itself:"),
    MORE_TOKEN("API 토큰 받기:", "A token for the API:"),
    MORE_API("API와 명령:", "The API, and commands to copy:");

    private final String korean;
    private final String english;

    Texts(String korean, String english) {
        this.korean = korean;
        this.english = english;
    }

    String in(Language language) {
        return language == Language.KO ? korean : english;
    }

    static Map<String, String> all(Language language) {
        return Arrays.stream(values()).collect(Collectors.toMap(Texts::name, text -> text.in(language)));
    }
}
