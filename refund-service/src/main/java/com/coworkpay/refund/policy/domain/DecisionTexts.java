package com.coworkpay.refund.policy.domain;

import com.coworkpay.contracts.RefundStep;
import com.coworkpay.refund.domain.LocalizedText;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A decision as a sentence. Stored with the decision, so that it never changes.
public final class DecisionTexts {

    private static final DateTimeFormatter EN = DateTimeFormatter.ofPattern("EEE d MMM yyyy HH:mm zzz", Locale.ENGLISH);
    private static final DateTimeFormatter KO = DateTimeFormatter.ofPattern("yyyy년 M월 d일(E) HH:mm zzz", Locale.KOREAN);

    private DecisionTexts() {}

    public static LocalizedText of(DecisionInput input, RuleResult decision) {
        String amount = String.format(Locale.ROOT, "%,d", decision.amountKrw());
        return new LocalizedText(
                korean(input, decision, amount) + startKorean(input, decision),
                english(input, decision, "₩" + amount) + startEnglish(input, decision));
    }

    /// A step of the policy with its time and its won.
    public static LocalizedText step(DecisionInput input, RefundStep step) {
        String won = String.format(Locale.ROOT, "%,d", RefundRule.dueKrw(input, step));
        return new LocalizedText(
                "%s까지 %s원 (%d%%)".formatted(at(KO, step.until(), input.zone()), won, step.percent()),
                "until %s: %s (%d %%)".formatted(at(EN, step.until(), input.zone()), "₩" + won, step.percent()));
    }

    /// Where a deadline counts back from a full day: when that day begins.
    private static String startEnglish(DecisionInput input, RuleResult decision) {
        Start start = input.start();
        if (start == null || decision.deadlineAt() == null) {
            return "";
        }
        return switch (start.source()) {
            case EXACT -> "";
            case OPENING_TIME -> " The day begins when it opens: %s.".formatted(at(EN, start.at(), input.zone()));
            case CLOSED_DAY -> " It is closed that day, which begins at midnight.";
            case NO_SCHEDULE -> " The location has no opening hours: the day begins at midnight.";
        };
    }

    private static String startKorean(DecisionInput input, RuleResult decision) {
        Start start = input.start();
        if (start == null || decision.deadlineAt() == null) {
            return "";
        }
        return switch (start.source()) {
            case EXACT -> "";
            case OPENING_TIME -> " 이용일은 여는 시각(%s)에 시작합니다.".formatted(at(KO, start.at(), input.zone()));
            case CLOSED_DAY -> " 휴무일이므로 이용일은 자정에 시작합니다.";
            case NO_SCHEDULE -> " 운영 시간이 없는 지점이므로 이용일은 자정에 시작합니다.";
        };
    }

    private static String english(DecisionInput input, RuleResult decision, String won) {
        String deadline = at(EN, decision.deadlineAt(), input.zone());
        return switch (decision.reason()) {
            case OVERPAYMENT ->
                "%s is refunded: the money was taken for a payment that was already over.".formatted(won);
            case CANCELED_BEFORE_APPROVED ->
                "%s is refunded in full: it was cancelled before the payment was approved.".formatted(won);
            case ADMINISTRATORS_CHOICE -> "%s is refunded, as the administrator who cancelled chose.".formatted(won);
            case IN_TIME ->
                "Refundable until %s: %s (%d %% of the price%s)."
                        .formatted(
                                deadline,
                                won,
                                decision.percent(),
                                less(input, ", less what was refunded before or is being refunded"));
            case ORDER_STILL_NEW -> "%s is refunded: the order was not in progress yet.".formatted(won);
            case TYPE_NOT_REFUNDABLE -> "No refund: what was paid for is not refunded by a cancellation.";
            case AUTOMATIC_REFUNDS_OFF -> "No refund: automatic refunds are switched off at this location.";
            case ADMINISTRATOR_CHOSE_NONE -> "No refund: the administrator who cancelled chose none.";
            case NO_REFUND_POLICY -> "No refund: it was paid under a policy without refunds.";
            case TOO_LATE -> "No refund: it would have been refundable until %s.".formatted(deadline);
            case ORDER_IN_PROGRESS -> "No refund: the order was in progress already.";
            case START_UNKNOWN -> "No refund: the policy counts back from the start, and no start is known.";
            case NO_POLICY -> "No refund: no refund policy was agreed for this payment.";
            case ALREADY_REFUNDED -> "No refund: an earlier cancellation has already led to a refund of this payment.";
            case REFUND_UNDER_WAY ->
                "No further refund now: a refund by an earlier cancellation is in progress. Once it is over, a further"
                        + " cancellation is decided.";
            case SCHEDULE_UNKNOWN ->
                "It cannot be said yet: the policy counts back from the opening time of that day, and the location's"
                        + " opening hours are not known here. A cancellation is decided as soon as they are.";
            case TOO_MANY_REFUNDS -> "No refund: this payment has had as many refunds as one payment may have.";
            case NOTHING_LEFT -> "No refund: what could be refunded has been refunded already or is being refunded.";
        };
    }

    private static String korean(DecisionInput input, RuleResult decision, String won) {
        String deadline = at(KO, decision.deadlineAt(), input.zone());
        return switch (decision.reason()) {
            case OVERPAYMENT -> "이미 종료된 결제에서 승인된 금액 %s원을 환불합니다.".formatted(won);
            case CANCELED_BEFORE_APPROVED -> "결제 승인 전에 취소되어 전액 %s원을 환불합니다.".formatted(won);
            case ADMINISTRATORS_CHOICE -> "취소한 관리자의 선택에 따라 %s원을 환불합니다.".formatted(won);
            case IN_TIME ->
                "%s까지 환불 가능: %s원 (결제 금액의 %d%%%s)."
                        .formatted(deadline, won, decision.percent(), less(input, ", 이미 환불되었거나 환불 중인 금액 제외"));
            case ORDER_STILL_NEW -> "주문이 아직 처리되지 않아 %s원을 환불합니다.".formatted(won);
            case TYPE_NOT_REFUNDABLE -> "환불 불가: 취소로는 환불되지 않는 결제 대상입니다.";
            case AUTOMATIC_REFUNDS_OFF -> "환불 불가: 이 지점은 자동 환불을 사용하지 않습니다.";
            case ADMINISTRATOR_CHOSE_NONE -> "환불 불가: 취소한 관리자가 환불하지 않기로 선택했습니다.";
            case NO_REFUND_POLICY -> "환불 불가: 환불되지 않는 정책으로 결제되었습니다.";
            case TOO_LATE -> "환불 불가: 환불 가능 기한은 %s까지였습니다.".formatted(deadline);
            case ORDER_IN_PROGRESS -> "환불 불가: 주문이 이미 처리 중입니다.";
            case START_UNKNOWN -> "환불 불가: 시작 시각을 알 수 없어 환불 기한을 계산할 수 없습니다.";
            case NO_POLICY -> "환불 불가: 이 결제에는 합의된 환불 정책이 없습니다.";
            case ALREADY_REFUNDED -> "환불 불가: 이 결제는 이전 취소로 이미 환불 처리되었습니다.";
            case REFUND_UNDER_WAY -> "지금은 추가 환불 없음: 이전 취소에 따른 환불이 진행 중입니다. 그 환불이 끝난 뒤 추가 취소의 환불 여부를 결정합니다.";
            case SCHEDULE_UNKNOWN ->
                "아직 알 수 없음: 환불 기한은 그날 여는 시각부터 계산하는데 지점의 운영 시간이 아직 등록되지 않았습니다. 등록되는 대로 취소 건의 환불 여부를 결정합니다.";
            case TOO_MANY_REFUNDS -> "환불 불가: 이 결제는 한 결제에 허용된 환불 횟수를 모두 사용했습니다.";
            case NOTHING_LEFT -> "환불 불가: 환불할 수 있는 금액이 이미 환불되었거나 환불 중입니다.";
        };
    }

    private static String less(DecisionInput input, String text) {
        return input.ledger().balanceKrw() < input.ledger().paid().totalKrw() ? text : "";
    }

    private static String at(DateTimeFormatter form, @Nullable Instant deadline, ZoneId zone) {
        return deadline == null ? "" : form.format(deadline.atZone(zone));
    }
}
