package com.coworkpay.kakaopay.connector;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a 200: the value, read leniently, or unknown where it is not for what was asked.
class ResponseParserTest {

    private static final Instant READY_AT = Instant.parse("2026-07-15T12:18:22Z");
    private static final Instant APPROVED_AT = Instant.parse("2026-07-15T12:18:53Z");

    @Test
    void readyGivesTheTidAndAllWaysToThePayPage() {
        Ready ready = done(Operation.READY, Samples.READY_ANSWER, Ready.class);
        assertThat(ready.tid()).isEqualTo(Samples.TID);
        assertThat(ready.redirectPcUrl()).contains("/pc/");
        assertThat(ready.redirectMobileUrl()).contains("/mobile-web/");
        assertThat(ready.redirectAppUrl()).contains("/mobile-app/");
        assertThat(ready.androidAppScheme()).startsWith("kakaotalk://");
        assertThat(ready.createdAt()).isEqualTo(READY_AT);
    }

    @Test
    void theAppSchemesMayBeMissing() {
        String newest = Samples.READY_ANSWER.replaceAll("(?m)^ \"(android|ios)_app_scheme.*$", "");
        assertThat(done(Operation.READY, newest, Ready.class).iosAppScheme()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "//evil.example", "", "kakaotalk://pay", "https://", "http:// x"})
    void aPayPageThatIsNoWebAddressIsNotGivenToABrowser(String url) {
        String answer = Samples.READY_ANSWER.replaceAll(
                "\"next_redirect_pc_url\":\"[^\"]*\"", "\"next_redirect_pc_url\":\"" + url + "\"");
        assertThat(unknown(Operation.READY, answer)).isEqualTo(UnknownReason.MALFORMED_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"T 1\"", "{}", "[\"T1\"]"})
    void aReadyWithoutAUsableTidIsUnknown(String tid) {
        String answer = Samples.READY_ANSWER.replace("\"" + Samples.TID + "\"", tid);
        assertThat(unknown(Operation.READY, answer)).isEqualTo(UnknownReason.MALFORMED_ANSWER);
    }

    @Test
    void anApprovalByMoneyWithExplicitNulls() {
        Approval approval = done(Operation.APPROVE, Samples.APPROVE_MONEY, Approval.class);
        assertThat(approval)
                .isEqualTo(new Approval(
                        "A5678901234567890123",
                        Samples.TID,
                        Samples.ORDER,
                        Samples.USER,
                        PaymentMethod.MONEY,
                        null,
                        APPROVED_AT,
                        READY_AT));
    }

    @Test
    void anApprovalByCardOfTheFormerApiWithTextsForNumbers() {
        Approval approval = done(Operation.APPROVE, Samples.APPROVE_CARD_LEGACY, Approval.class);
        assertThat(approval.method()).isEqualTo(PaymentMethod.CARD);
        assertThat(approval.card()).isEqualTo(new Card("수협", "체크", 0, false, "11111111"));
    }

    @Test
    void aMethodKakaoPayHasAddedSinceIsNoReasonToDoubtAnApproval() {
        String answer = Samples.APPROVE_MONEY.replace("\"MONEY\"", "\"TELEPATHY\"");
        assertThat(done(Operation.APPROVE, answer, Approval.class).method()).isEqualTo(PaymentMethod.OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "T87734d3620347052c46, T87734d3620347052c47",
        "0193e1a0-7b3c-7c11-9d3f-1f0c5b2a9e77, 0193e1a0-7b3c-7c11-9d3f-1f0c5b2a9e78",
        "member-42, member-43",
        "TC0ONETIME, TC0ONETIMF",
        "\"total\":2200, \"total\":2201",
        "\"total\":2200, \"total\":\"220\"",
        "\"total\":2200, \"total\":0"
    })
    void anApprovalOfSomethingElseIsAMismatch(String right, String wrong) {
        String answer = Samples.APPROVE_MONEY.replace(right, wrong);
        assertThat(answer).isNotEqualTo(Samples.APPROVE_MONEY);
        assertThat(unknown(Operation.APPROVE, answer)).isEqualTo(UnknownReason.MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"aid", "tid", "partner_order_id", "amount", "total", "approved_at"})
    void anApprovalWithoutWhatItMustSayIsUnknown(String name) {
        String answer = Samples.APPROVE_MONEY.replace("\"" + name + "\"", "\"other\"");
        assertThat(unknown(Operation.APPROVE, answer)).isEqualTo(UnknownReason.MALFORMED_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-2200", "2200.5", "1e400000000", "true", "\"2,200\"", "\"2200원\"", "null", "{}"})
    void anAmountThatIsNoWholeWonIsUnknown(String total) {
        String answer = Samples.APPROVE_MONEY.replace("\"total\":2200", "\"total\":" + total);
        assertThat(unknown(Operation.APPROVE, answer)).isEqualTo(UnknownReason.MALFORMED_ANSWER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2200.0", "2.2e3", "\"2200\"", "\" 2200 \"", "\"2200.00\""})
    void aWholeNumberMayBeWrittenInOtherWays(String total) {
        String answer = Samples.APPROVE_MONEY.replace("\"total\":2200", "\"total\":" + total);
        assertThat(done(Operation.APPROVE, answer, Approval.class).tid()).isEqualTo(Samples.TID);
    }

    @Test
    void aLookUpGivesTheLedger() {
        Order order = done(Operation.ORDER, Samples.ORDER_ANSWER, Order.class);
        assertThat(order.status()).isEqualTo(OrderStatus.PART_CANCEL_PAYMENT);
        assertThat(order.meaning()).isEqualTo(OrderMeaning.PARTLY_CANCELED);
        assertThat(order.canceledKrw()).isEqualTo(1100);
        assertThat(order.availableKrw()).isEqualTo(1100);
        assertThat(order.approvedAt()).isEqualTo(APPROVED_AT);
        assertThat(order.canceledAt()).isEqualTo(Instant.parse("2026-07-15T15:00:01Z"));
        assertThat(order.card()).isEqualTo(new Card("수협", null, 3, true, null));
        assertThat(order.approvalAid()).isEqualTo("A1");
        assertThat(order.actions())
                .hasSize(3)
                .last()
                .extracting(PaymentAction::type)
                .isEqualTo(PaymentAction.Type.OTHER);
        PaymentAction cancel = order.cancelWith(Samples.REFUND);
        assertThat(cancel).isNotNull().extracting(PaymentAction::amountKrw).isEqualTo(1100L);
        assertThat(order.cancelWith("p-1")).isNull();
    }

    @Test
    void eachStatusMeansWhatItMeansForTheMoney() {
        Map<String, OrderMeaning> meanings = Map.ofEntries(
                Map.entry("READY", OrderMeaning.WAITING_FOR_PAYER),
                Map.entry("SEND_TMS", OrderMeaning.WAITING_FOR_PAYER),
                Map.entry("OPEN_PAYMENT", OrderMeaning.WAITING_FOR_PAYER),
                Map.entry("SELECT_METHOD", OrderMeaning.WAITING_FOR_PAYER),
                Map.entry("ARS_WAITING", OrderMeaning.WAITING_FOR_PAYER),
                Map.entry("AUTH_PASSWORD", OrderMeaning.READY_TO_APPROVE),
                Map.entry("SUCCESS_PAYMENT", OrderMeaning.PAID),
                Map.entry("PART_CANCEL_PAYMENT", OrderMeaning.PARTLY_CANCELED),
                Map.entry("CANCEL_PAYMENT", OrderMeaning.FULLY_CANCELED),
                Map.entry("FAIL_AUTH_PASSWORD", OrderMeaning.NOT_PAID_ONCE_DEAD),
                Map.entry("QUIT_PAYMENT", OrderMeaning.NOT_PAID_ONCE_DEAD),
                Map.entry("FAIL_PAYMENT", OrderMeaning.NOT_PAID_ONCE_DEAD),
                Map.entry("ISSUED_SID", OrderMeaning.UNCLEAR),
                Map.entry("UNRECOGNISED", OrderMeaning.UNCLEAR),
                Map.entry("success_payment", OrderMeaning.UNCLEAR),
                Map.entry("EXPIRED_PAYMENT", OrderMeaning.UNCLEAR));
        meanings.forEach((status, meaning) -> {
            String answer = Samples.ORDER_ANSWER.replace("PART_CANCEL_PAYMENT", status);
            assertThat(done(Operation.ORDER, answer, Order.class).meaning())
                    .as(status)
                    .isEqualTo(meaning);
        });
    }

    /// As before an approval: no cancel amounts, no actions, times null or absent.
    @Test
    void aLookUpBeforeApproval() {
        Order order = done(Operation.ORDER, """
                {"tid":"T87734d3620347052c46","status":"AUTH_PASSWORD","payment_action_details":null,
                 "partner_order_id":"0193e1a0-7b3c-7c11-9d3f-1f0c5b2a9e77","amount":{"total":2200},"approved_at":null}
                """, Order.class);
        assertThat(order.meaning()).isEqualTo(OrderMeaning.READY_TO_APPROVE);
        assertThat(order.canceledKrw()).isZero();
        assertThat(order.availableKrw()).isEqualTo(2200);
        assertThat(order.actions()).isEmpty();
        assertThat(order.approvedAt()).isNull();
        assertThat(order.method()).isEqualTo(PaymentMethod.OTHER);
    }

    @Test
    void thePaymentsOwnEntryTellsWhenItWasApproved() {
        String answer = Samples.ORDER_ANSWER.replaceFirst(
                "\"approved_at\":\"2026-07-15T21:18:53\",\"canceled_at\"", "\"canceled_at\"");
        assertThat(answer).isNotEqualTo(Samples.ORDER_ANSWER);
        assertThat(done(Operation.ORDER, answer, Order.class).approvedAt()).isEqualTo(APPROVED_AT);
    }

    @Test
    void howMuchAPartialCancelTookIsNotGuessed() {
        String answer = Samples.ORDER_ANSWER.replace("\"canceled_amount\"", "\"other\"");
        assertThat(unknown(Operation.ORDER, answer)).isEqualTo(UnknownReason.MALFORMED_ANSWER);
        String full = answer.replace("PART_CANCEL_PAYMENT", "CANCEL_PAYMENT");
        assertThat(done(Operation.ORDER, full, Order.class).canceledKrw()).isEqualTo(2200);
    }

    @ParameterizedTest
    @CsvSource({
        "T87734d3620347052c46, T87734d3620347052c47",
        "0193e1a0-7b3c-7c11-9d3f-1f0c5b2a9e77, 0193e1a0-7b3c-7c11-9d3f-1f0c5b2a9e78",
        "TC0ONETIME, TC0ONETIMF",
        "\"total\":2200, \"total\":2199"
    })
    void aLookUpOfSomethingElseIsAMismatch(String right, String wrong) {
        String answer = Samples.ORDER_ANSWER.replace(right, wrong);
        assertThat(unknown(Operation.ORDER, answer)).isEqualTo(UnknownReason.MISMATCH);
    }

    @Test
    void aCancelGivesWhatWentBackAndWhatIsLeft() {
        Cancellation cancellation = done(Operation.CANCEL, Samples.CANCEL_ANSWER, Cancellation.class);
        assertThat(cancellation.aid()).as("an official sample has none").isNull();
        assertThat(cancellation.status()).isEqualTo(OrderStatus.PART_CANCEL_PAYMENT);
        assertThat(cancellation.canceledAt()).isEqualTo(Instant.parse("2026-07-15T15:00:01Z"));
    }

    @ParameterizedTest
    @CsvSource({
        "T87734d3620347052c46, T87734d3620347052c47",
        "0193e1a0-7b3c-7c11-9d3f-1f0c5b2a9e77, other-order",
        "0193e1a1-0000-7000-8000-000000000001, other-refund",
        "\"approved_cancel_amount\":{\"total\":1100, \"approved_cancel_amount\":{\"total\":2200",
        "\"cancel_available_amount\":{\"total\":1100, \"cancel_available_amount\":{\"total\":0",
        "\"amount\":{\"total\":2200, \"amount\":{\"total\":3200",
        "\"canceled_amount\":{\"total\":1100, \"canceled_amount\":{\"total\":2200"
    })
    void aCancelOfSomethingElseIsAMismatch(String right, String wrong) {
        String answer = Samples.CANCEL_ANSWER.replace(right, wrong);
        assertThat(answer).isNotEqualTo(Samples.CANCEL_ANSWER);
        assertThat(unknown(Operation.CANCEL, answer)).isEqualTo(UnknownReason.MISMATCH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUCCESS_PAYMENT", "FAIL_CANCEL", ""})
    void aCancelThatDoesNotSayThatItCanceledIsUnknown(String status) {
        String answer = Samples.CANCEL_ANSWER.replace("PART_CANCEL_PAYMENT", status);
        assertThat(unknown(Operation.CANCEL, answer)).isEqualTo(UnknownReason.MALFORMED_ANSWER);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-01T00:00:00,       2025-12-31T15:00:00Z",
        "2026-01-01T00:00:00.123,   2025-12-31T15:00:00.123Z",
        "2026-01-01T00:00:00Z,      2026-01-01T00:00:00Z",
        "2026-01-01T00:00:00+09:00, 2025-12-31T15:00:00Z",
        "' 2026-01-01T00:00:00 ',   2025-12-31T15:00:00Z"
    })
    void timesAreKoreanUnlessTheySayOtherwise(String text, Instant expected) {
        assertThat(KoreanTime.parse(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "2026-13-01T00:00:00", "2026-02-30T00:00:00", "1767225600", "2026-01-01"})
    void whatIsNoTimeIsNone(String text) {
        assertThat(KoreanTime.parse(text)).isNull();
    }

    /// PostgreSQL refuses NUL, and a log line is one line.
    @Test
    void controlCharactersAreDroppedFromTexts() {
        String answer = Samples.APPROVE_CARD_LEGACY.replace("\"수협\"", "\"수\\u0000협\\n\"");
        Card card = done(Operation.APPROVE, answer, Approval.class).card();
        assertThat(card).isNotNull().extracting(Card::issuer).isEqualTo("수협");
    }

    private static <T> T done(Operation operation, String body, Class<T> type) {
        Outcome<?> outcome = Samples.reportStatus(operation, 200, body);
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return type.cast(((Outcome.Done<?>) outcome).value());
    }

    private static UnknownReason unknown(Operation operation, String body) {
        Outcome<?> outcome = Samples.reportStatus(operation, 200, body);
        assertThat(outcome).isInstanceOf(Outcome.Unknown.class);
        return ((Outcome.Unknown<?>) outcome).reason();
    }
}
