package com.coworkpay.reporting.export;

import com.coworkpay.platform.problem.FormulaGuard;
import com.coworkpay.reporting.reading.ReadContext;
import com.coworkpay.reporting.transactions.Transaction;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.function.BiFunction;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The columns of the file, in their order. Amounts are whole won; times say in their heading whose they are. Types,
/// statuses, reasons and methods are the API's codes in either language, and their headings say so: who reads the file
/// by a
/// program, or two files in two languages, compares the same words.
enum Column {
    ID("주문번호(ID)", "Order ID", (t, _) -> t.id().toString()),
    TID("카카오페이 TID", "KakaoPay TID", (t, _, ids) -> ids.format(t.tid())),
    OCCURRED_AT("거래일시(지점 시간)", "Date and time (location)", (t, zone) -> local(t.occurredAt(), zone)),
    APPROVED_AT_KST("승인일시(한국시간)", "Approved (KST)", (t, _) -> local(t.approvedAt(), ReadContext.KOREA)),
    APPROVED_AT("승인일시(UTC)", "Approved (UTC)", (t, _) -> text(t.approvedAt())),
    TYPE("유형 코드", "Type (code)", (t, _) -> t.type()),
    DESCRIPTION("상품명", "Description", (t, _) -> t.description()),
    PAYABLE_ID("결제 대상 ID", "Payable ID", (t, _, ids) -> ids.format(t.payableId())),
    PAYER_ID("결제자 ID", "Payer ID", (t, _, ids) -> ids.format(t.payerId())),
    STATUS("상태 코드", "Status (code)", (t, _) -> t.status()),
    REASON("사유 코드", "Reason (code)", (t, _) -> t.reason()),
    LIVE("실거래", "Live", (t, _) -> t.live() ? "Y" : "N"),
    TOTAL("결제 금액", "Total (KRW)", t -> t.totalKrw()),
    SUPPLY("공급가액", "Supply (KRW)", t -> t.supplyKrw()),
    VAT("부가세", "VAT (KRW)", t -> t.vatKrw()),
    TAX_FREE("비과세", "Tax-free (KRW)", t -> t.taxFreeKrw()),
    PAID("결제 완료 금액", "Paid (KRW)", t -> t.paidKrw()),
    OVERPAID("초과 결제 금액", "Overpaid (KRW)", t -> t.overpaidKrw()),
    REFUNDED("환불 금액", "Refunded (KRW)", t -> t.refundedKrw()),
    REFUND_PENDING("환불 진행 금액", "Refund pending (KRW)", t -> t.refundPendingKrw()),
    REFUNDED_ELSEWHERE("카카오페이 외 환불 금액", "Refunded elsewhere (KRW)", t -> t.refundedElsewhereKrw()),
    NET("순 금액", "Net (KRW)", t -> t.netKrw()),
    NET_VAT("순 부가세", "Net VAT (KRW)", t -> t.netVatKrw()),
    NET_TAX_FREE("순 비과세", "Net tax-free (KRW)", t -> t.netTaxFreeKrw()),
    FEE("수수료", "Fee (KRW)", (_, _) -> null),
    METHOD("결제 수단 코드", "Method (code)", (t, _) -> t.method()),
    CARD_COMPANY("카드사", "Card company", (t, _) -> t.cardCompany()),
    REFUNDS("환불 내역(한국시간)", "Refunds (KST)", (t, _) -> refunds(t)),
    ENDED_AT("미결제 종료일시(UTC)", "Ended unpaid (UTC)", (t, _) -> text(ended(t))),
    CREATED_AT("생성일시(UTC)", "Created (UTC)", (t, _) -> text(t.createdAt())),
    RECORDED_AT("기록일시(UTC)", "Recorded (UTC)", (t, _) -> text(t.recordedAt()));

    /// As spreadsheet programs read it as a time.
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final String korean;
    private final String english;
    private final Cell cell;

    private interface Cell {
        @Nullable
        String of(Transaction transaction, ZoneId zone, IdFormat ids);
    }

    /// A column of texts, some of which others wrote.
    Column(String korean, String english, BiFunction<Transaction, ZoneId, @Nullable String> text) {
        this.korean = korean;
        this.english = english;
        this.cell = (transaction, zone, _) -> {
            String plain = text.apply(transaction, zone);
            return plain == null ? null : FormulaGuard.guarded(plain);
        };
    }

    /// A column of ids, which look like numbers and days to spreadsheet programs.
    Column(String korean, String english, Cell id) {
        this.korean = korean;
        this.english = english;
        this.cell = id;
    }

    /// A column of numbers.
    Column(String korean, String english, ToLongFunction<Transaction> number) {
        this.korean = korean;
        this.english = english;
        this.cell = (transaction, _, _) -> Long.toString(number.applyAsLong(transaction));
    }

    String heading(ReportLanguage language) {
        return switch (language) {
            case KO -> korean;
            case EN -> english;
        };
    }

    /// @param zone of the location
    String cell(Transaction transaction, ZoneId zone, IdFormat ids) {
        String text = cell.of(transaction, zone, ids);
        return text == null ? "" : text;
    }

    private static @Nullable Instant ended(Transaction transaction) {
        return transaction.canceledAt() == null ? transaction.failedAt() : transaction.canceledAt();
    }

    /// One after the other: when, how much, why, and how it stands.
    private static String refunds(Transaction transaction) {
        return transaction.refunds().stream().map(Column::refund).collect(Collectors.joining("; "));
    }

    private static String refund(Transaction.Refund refund) {
        Instant at = refund.canceledAt() == null ? refund.requestedAt() : refund.canceledAt();
        return local(at, ReadContext.KOREA) + " " + refund.amountKrw() + " " + refund.reason() + " " + refund.status();
    }

    private static @Nullable String local(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : LOCAL.format(at.atZone(zone));
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }
}
