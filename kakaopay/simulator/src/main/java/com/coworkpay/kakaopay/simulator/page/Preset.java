package com.coworkpay.kakaopay.simulator.page;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A fault that the page offers: what KakaoPay will do to the next call, and what CoworkPay then does.
enum Preset {
    READY_UNAVAILABLE(
            Fault.of(Endpoint.READY, FaultKind.STATUS_BEFORE),
            "결제 준비: 503 응답",
            "Ready: answered by 503",
            "결제자에게 잠시 후 다시 시도하도록 안내합니다. 두 번 시작되지 않습니다.",
            "The payer is asked to try again in a moment. Nothing is begun twice."),
    APPROVE_SILENT_BEFORE(
            Fault.of(Endpoint.APPROVE, FaultKind.NO_ANSWER_BEFORE),
            "결제 승인: 응답 없음, 승인되지 않음",
            "Approve: no answer, no money taken",
            "결제를 확인 중으로 두고 주문 조회를 합니다. 승인되지 않은 것이 확실해지면 다시 승인합니다(1분 이내).",
            "The payment is being checked by order inquiries. Once it is sure that nothing was taken, it is approved again (within a minute)."),
    APPROVE_LOST_AFTER(
            Fault.of(Endpoint.APPROVE, FaultKind.RESET_AFTER),
            "결제 승인: 승인된 뒤 연결 끊김",
            "Approve: money taken, then the connection breaks",
            "주문 조회로 승인된 것을 확인하고 결제 완료로 바꿉니다(몇 초).",
            "An order inquiry finds that it was approved, and the payment becomes paid (seconds)."),
    APPROVE_SLOW(
            Fault.of(Endpoint.APPROVE, FaultKind.SLOW).delay(Duration.ofSeconds(8)),
            "결제 승인: 8초 뒤 응답",
            "Approve: answered after 8 seconds",
            "응답을 기다렸다가 결제 완료로 바꿉니다.",
            "It waits for the answer, and the payment becomes paid."),
    APPROVE_LATE(
            Fault.of(Endpoint.APPROVE, FaultKind.LATE_EFFECT).delay(Duration.ofSeconds(20)),
            "결제 승인: 20초 뒤에 승인됨",
            "Approve: takes effect 20 seconds later, after our time-out",
            "응답을 기다리다 멈추고 주문 조회로 승인을 확인합니다. 두 번 승인하지 않습니다.",
            "It stops waiting, and order inquiries find the approval. It is not approved twice."),
    APPROVE_DECLINED(
            Fault.code(Endpoint.APPROVE, -780, "6005"),
            "결제 승인: 카드사 거절",
            "Approve: declined by the card company",
            "결제를 실패로 끝내고 이유를 표시합니다. 나중에 한 번 더 조회합니다.",
            "The payment fails, and the page says why. It is looked up once more later."),
    APPROVE_BANK_UNKNOWN(
            Fault.code(Endpoint.APPROVE, -780, "BANK_FIRM_UNKNOWN").afterEffect(),
            "결제 승인: 실패로 응답하지만 승인됨 (BANK_FIRM_UNKNOWN)",
            "Approve: answered as failed, and yet taken (BANK_FIRM_UNKNOWN)",
            "결과를 알 수 없는 코드로 보고 주문 조회로 결제 완료를 확인합니다.",
            "The code says that nobody knows: order inquiries find that it was paid."),
    APPROVE_WRONG_AMOUNT(
            Fault.of(Endpoint.APPROVE, FaultKind.WRONG_AMOUNT),
            "결제 승인: 다른 금액으로 응답",
            "Approve: answered with another amount",
            "응답을 믿지 않고 주문 조회로 확인합니다.",
            "The answer is not believed. Order inquiries settle it."),
    CANCEL_LOST_BEFORE(
            Fault.of(Endpoint.CANCEL, FaultKind.RESET_BEFORE),
            "결제 취소: 취소되기 전에 연결 끊김",
            "Cancel: the connection breaks, nothing given back",
            "주문 조회를 하고, 취소되지 않은 것이 확실해지면 다시 보냅니다(약 30초).",
            "It is looked up, and sent again once it is sure that it did not arrive (half a minute)."),
    CANCEL_LOST_AFTER(
            Fault.of(Endpoint.CANCEL, FaultKind.RESET_AFTER),
            "결제 취소: 취소된 뒤 연결 끊김",
            "Cancel: money given back, then the connection breaks",
            "주문 조회로 취소를 찾아 환불 완료로 기록합니다. 두 번 환불하지 않습니다.",
            "An order inquiry finds the cancel, and the refund is recorded. Nothing goes back twice."),
    CANCEL_REFUSED(
            Fault.code(Endpoint.CANCEL, -781, "6019"),
            "결제 취소: 취소 기간이 지나 거절",
            "Cancel: refused, the cancel period is over",
            "환불을 실패로 끝내고 관리자가 다른 방법으로 돌려준 뒤 기록하도록 안내합니다.",
            "The refund fails. An administrator gives the money back another way and records it."),
    CANCEL_OPEN(
            Fault.openDeal().delay(Duration.ofSeconds(60)),
            "결제 취소: 1분 뒤에 취소됨 (BANK_FIRM_UNKNOWN)",
            "Cancel: carried out a minute later (BANK_FIRM_UNKNOWN)",
            "결과가 확실해질 때까지 다시 보내지 않고 계속 조회합니다.",
            "It is not sent again while nobody knows; inquiries go on until one finds it."),
    ORDER_UNAVAILABLE(
            Fault.of(Endpoint.ORDER, FaultKind.STATUS_BEFORE).times(3),
            "주문 조회: 세 번 503 응답",
            "Order inquiry: answered by 503 three times",
            "간격을 늘려 가며 다시 조회합니다. 그동안 상태를 추측하지 않습니다.",
            "It asks again with longer pauses. Until then it guesses nothing.");

    private final Fault fault;
    private final String korean;
    private final String english;
    private final String koreanThen;
    private final String englishThen;

    Preset(Fault fault, String korean, String english, String koreanThen, String englishThen) {
        this.fault = fault;
        this.korean = korean;
        this.english = english;
        this.koreanThen = koreanThen;
        this.englishThen = englishThen;
    }

    Fault fault() {
        return fault;
    }

    String what(Language language) {
        return language == Language.KO ? korean : english;
    }

    String then(Language language) {
        return language == Language.KO ? koreanThen : englishThen;
    }

    static Optional<Preset> of(@Nullable String name) {
        return Arrays.stream(values())
                .filter(preset -> preset.name().equals(name))
                .findFirst();
    }
}
