package com.coworkpay.kakaopay.connector;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.kakaopay.simulator.AnswerShape;
import com.coworkpay.kakaopay.simulator.CardCompany;
import com.coworkpay.kakaopay.simulator.Effect;
import com.coworkpay.kakaopay.simulator.EffectKind;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.kakaopay.simulator.Merchant;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.kakaopay.simulator.Simulator;
import com.coworkpay.kakaopay.simulator.SimulatorControl;
import com.coworkpay.kakaopay.simulator.SimulatorSettings;
import com.coworkpay.platform.secret.SecretText;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// The whole life of a payment in both generations, and each fault, against the simulated KakaoPay; its ledger is the
/// witness of what really happened.
class SimulatorTest extends ConnectorTestBase {

    private static final String SITE = "https://pay.example.kr";
    private static final long TOTAL_KRW = 11_000;

    private static Simulator simulator;
    private static SimulatorControl control;
    private static KakaoPay kakaoPay;
    private static KakaoPay hasty;

    @BeforeAll
    static void start() {
        simulator = Simulator.start(SimulatorSettings.inMemory());
        control = new SimulatorControl(simulator.baseUrl());
        KakaoPaySettings settings = KakaoPaySettings.of(simulator.baseUrl(), simulator.baseUrl())
                .withTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(10))
                .withGuards(
                        new KakaoPaySettings.Breaker(1000, 1, Duration.ofSeconds(1), 1),
                        KakaoPaySettings.Bulkhead.DEFAULT,
                        10);
        kakaoPay = new KakaoPay(vertx, settings);
        hasty = new KakaoPay(vertx, settings.withTimeouts(Duration.ofSeconds(2), Duration.ofMillis(300)));
    }

    @AfterAll
    static void stop() {
        kakaoPay.close();
        hasty.close();
        simulator.close();
    }

    @BeforeEach
    void oneMerchantWithBothKindsOfKey() {
        control.reset();
        control.merchant(Merchant.of(Samples.CID)
                .secretKey(Samples.KEY)
                .adminKey(Samples.KEY)
                .domain(SITE));
    }

    // ---- the good life

    @ParameterizedTest
    @EnumSource(CredentialKind.class)
    void fromReadyToTheLastWon(CredentialKind kind) {
        Payment payment = ready(kind);
        assertThat(payment.look().meaning()).isEqualTo(OrderMeaning.WAITING_FOR_PAYER);
        assertThat(reason(payment.approve("0".repeat(20)))).isEqualTo(RefusalReason.NOT_AUTHENTICATED);

        String pgToken = payment.payBy(CardCompany.SHINHAN);
        assertThat(payment.look().meaning()).isEqualTo(OrderMeaning.READY_TO_APPROVE);
        assertThat(reason(payment.approve("0".repeat(20)))).isEqualTo(RefusalReason.WRONG_PG_TOKEN);

        Approval approval = done(payment.approve(pgToken));
        assertThat(approval.method()).isEqualTo(PaymentMethod.CARD);
        assertThat(approval.card()).isNotNull().extracting(Card::issuer).isNotNull();
        assertThat(approval.approvedAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());

        Order paid = payment.look();
        assertThat(paid.meaning()).isEqualTo(OrderMeaning.PAID);
        assertThat(paid.approvedAt()).isEqualTo(approval.approvedAt());
        assertThat(paid.approvalAid()).isEqualTo(approval.aid());
        assertThat(paid.availableKrw()).isEqualTo(TOTAL_KRW);

        Cancellation part = done(payment.cancel(4_000, TOTAL_KRW, "refund-1"));
        assertThat(part.status()).isEqualTo(OrderStatus.PART_CANCEL_PAYMENT);
        assertThat(payment.look().availableKrw()).isEqualTo(7_000);
        assertThat(payment.look().meaning()).isEqualTo(OrderMeaning.PARTLY_CANCELED);
        assertThat(payment.look().cancelWith("refund-1"))
                .isNotNull()
                .extracting(PaymentAction::amountKrw, PaymentAction::aid)
                .containsExactly(4_000L, part.aid());

        Cancellation rest = done(payment.cancel(7_000, 7_000, "refund-2"));
        assertThat(rest.status()).isEqualTo(OrderStatus.CANCEL_PAYMENT);
        assertThat(payment.look().meaning()).isEqualTo(OrderMeaning.FULLY_CANCELED);
        assertThat(payment.look().canceledAt()).isEqualTo(rest.canceledAt());
        assertThat(payment.moved(EffectKind.CANCEL)).containsExactly(4_000L, 7_000L);
    }

    @ParameterizedTest
    @EnumSource(CredentialKind.class)
    void answersWithoutNullsAreReadToo(CredentialKind kind) {
        control.answers(AnswerShape.WITHOUT_NULLS);
        Payment payment = ready(kind);
        String pgToken = payment.payByMoney();
        Approval approval = done(payment.approve(pgToken));
        assertThat(approval.method()).isEqualTo(PaymentMethod.MONEY);
        assertThat(approval.card()).isNull();
        assertThat(payment.look().meaning()).isEqualTo(OrderMeaning.PAID);
    }

    /// As recorded at the real KakaoPay: actions without amount and payload. What is left, and AIDs, still tell.
    @ParameterizedTest
    @EnumSource(CredentialKind.class)
    void recordedAnswersAreReadAndCancelsAreKnownByTheirAid(CredentialKind kind) {
        control.answers(Samples.CID, AnswerShape.RECORDED);
        Payment payment = paid(kind);
        assertThat(payment.look().cancels()).isEmpty();
        Cancellation canceled = done(payment.cancel(4_000, TOTAL_KRW, "refund-1"));

        Order bare = payment.look();
        assertThat(bare.cancelWith("refund-1")).isNull();
        assertThat(bare.cancels()).singleElement().satisfies(cancel -> {
            assertThat(cancel.aid()).isEqualTo(canceled.aid());
            assertThat(cancel.approvedAt()).isEqualTo(canceled.canceledAt());
            assertThat(cancel.amountKrw()).isNull();
            assertThat(cancel.payload()).isNull();
        });
        assertThat(bare.availableKrw()).isEqualTo(7_000);
        assertThat(bare.approvalAid()).isNotNull();

        control.answers(Samples.CID, AnswerShape.RECORDED_WITH_PAYLOAD);
        assertThat(payment.look().cancelWith("refund-1")).isNotNull();
    }

    /// Why nobody may repeat a cancel that was answered by BANK_FIRM_UNKNOWN while the deal may be open.
    @ParameterizedTest
    @EnumSource(CredentialKind.class)
    void aCancelRepeatedWhileItsDealIsOpenGivesTheMoneyBackTwice(CredentialKind kind) {
        Payment payment = paid(kind);
        long deal = control.fault(Fault.openDeal());
        assertThat(reason(payment.cancel(4_000, TOTAL_KRW, "refund-1"))).isEqualTo(UnknownReason.BANK_UNCLEAR);
        assertThat(payment.look().availableKrw()).isEqualTo(TOTAL_KRW);
        assertThat(payment.look().cancels()).isEmpty();
        assertThat(payment.moved(EffectKind.CANCEL)).isEmpty();

        done(payment.cancel(4_000, TOTAL_KRW, "refund-1"));
        control.release(deal);
        assertThat(payment.moved(EffectKind.CANCEL)).containsExactly(4_000L, 4_000L);
        assertThat(payment.look().availableKrw()).isEqualTo(3_000);
    }

    // ---- what must not happen twice

    @ParameterizedTest
    @EnumSource(CredentialKind.class)
    void aSecondApproveIsUnknownAndTheLookUpSaysPaid(CredentialKind kind) {
        Payment payment = ready(kind);
        String pgToken = payment.payByMoney();
        done(payment.approve(pgToken));
        Outcome<Approval> second = payment.approve(pgToken);
        assertThat(second)
                .isEqualTo(new Outcome.Unknown<>(
                        UnknownReason.ALREADY_DONE_OR_WRONG_STATE, new Code("approve", 400, -702, null)));
        assertThat(payment.look().meaning()).isEqualTo(OrderMeaning.PAID);
        assertThat(payment.moved(EffectKind.APPROVE)).containsExactly(TOTAL_KRW);
    }

    /// Compare-and-set: a cancel sent again with the same belief cannot take effect twice.
    @ParameterizedTest
    @EnumSource(CredentialKind.class)
    void aCancelSentAgainTakesNoEffectAndIsUnknown(CredentialKind kind) {
        Payment payment = paid(kind);
        control.fault(Fault.of(Endpoint.CANCEL, FaultKind.NO_ANSWER_AFTER));
        assertThat(reason(payment.expecting(UnknownReason.TIMEOUT).cancel(3_000, TOTAL_KRW, "refund-1")))
                .isEqualTo(UnknownReason.TIMEOUT);
        assertThat(payment.look().cancelWith("refund-1")).isNotNull();
        assertThat(payment.cancel(3_000, TOTAL_KRW, "refund-1")).isInstanceOf(Outcome.Unknown.class);
        assertThat(payment.moved(EffectKind.CANCEL)).containsExactly(3_000L);

        assertThat(payment.cancel(9_000, 9_000, "refund-2"))
                .as("more than there is")
                .isInstanceOf(Outcome.Unknown.class);
        assertThat(payment.moved(EffectKind.CANCEL)).containsExactly(3_000L);
    }

    // ---- the live check of a credential

    @ParameterizedTest
    @EnumSource(CredentialKind.class)
    void aLiveCheckTellsApartWhatIsWrong(CredentialKind kind) {
        assertThat(reason(await(kakaoPay.ready(account(kind, "WRONG-" + Samples.KEY, Samples.CID), request(SITE)))))
                .isEqualTo(NotSentReason.WRONG_KEY);
        assertThat(reason(await(kakaoPay.ready(account(kind, Samples.KEY, "WRONGCID00"), request(SITE)))))
                .isEqualTo(NotSentReason.WRONG_CID);
        MerchantAccount right = account(kind, Samples.KEY, Samples.CID);
        assertThat(reason(await(kakaoPay.ready(right, request("https://elsewhere.example.kr")))))
                .isEqualTo(NotSentReason.DOMAIN_NOT_REGISTERED);
        assertThat(reason(await(kakaoPay.order(right, "T0000000000000000009"))))
                .as("the key is accepted")
                .isEqualTo(RefusalReason.NO_SUCH_TID);

        control.quota(Samples.CID, 0);
        assertThat(reason(await(kakaoPay.ready(right, request(SITE))))).isEqualTo(NotSentReason.QUOTA_EXCEEDED);
        control.quota(Samples.CID, null);

        control.merchant(control.merchants().getFirst().onlineEnabled(false));
        assertThat(reason(await(kakaoPay.ready(right, request(SITE)))))
                .isIn(NotSentReason.NOT_ENABLED, NotSentReason.DOMAIN_NOT_REGISTERED);
    }

    @ParameterizedTest
    @EnumSource(CredentialKind.class)
    void aRevokedKeyLeavesThePaymentAsItWas(CredentialKind kind) {
        Payment payment = ready(kind);
        String pgToken = payment.payByMoney();
        control.revokeKey(Samples.KEY);
        assertThat(reason(payment.approve(pgToken))).isEqualTo(NotSentReason.WRONG_KEY);
        oneMerchantWithKeysAgain();
        assertThat(reason(payment.approve(pgToken))).as("goes on").isEqualTo("DONE");
    }

    private static void oneMerchantWithKeysAgain() {
        control.merchant(Merchant.of(Samples.CID)
                .secretKey(Samples.KEY)
                .adminKey(Samples.KEY)
                .domain(SITE));
    }

    // ---- faults on approve: one effect at most, and never a wrong belief

    @ParameterizedTest
    @CsvSource({
        "NO_ANSWER_BEFORE, TIMEOUT, 0",
        "NO_ANSWER_AFTER, TIMEOUT, 1",
        "HOLD_BEFORE_EFFECT, TIMEOUT, 0",
        "HOLD_AFTER_EFFECT, TIMEOUT, 1",
        "STATUS_BEFORE, SERVER_ERROR, 0",
        "STATUS_AFTER, SERVER_ERROR, 1",
        "RESET_BEFORE, CONNECTION_LOST, 0",
        "RESET_AFTER, CONNECTION_LOST, 1",
        "SLOW, TIMEOUT, 1",
        "DRIP, TIMEOUT, 1",
        "MALFORMED_BODY, MALFORMED_ANSWER, 1",
        "HUGE_BODY, ANSWER_TOO_LARGE, 1",
        "WRONG_AMOUNT, MISMATCH, 1",
        "WRONG_TID, MISMATCH, 1",
        "WRONG_ORDER_ID, MISMATCH, 1"
    })
    void eachFaultOnApproveIsUnknownAndTheLookUpTells(FaultKind fault, UnknownReason expected, int effects) {
        for (CredentialKind kind : CredentialKind.values()) {
            Payment payment = ready(kind);
            String pgToken = payment.payByMoney();
            control.fault(
                    Fault.of(Endpoint.APPROVE, fault).delay(Duration.ofMillis(fault == FaultKind.SLOW ? 2000 : 20)));
            Outcome<Approval> outcome = payment.expecting(expected).approve(pgToken);
            assertThat(outcome).as("%s %s", kind, fault).isInstanceOf(Outcome.Unknown.class);
            assertThat(reason(outcome)).isEqualTo(expected);
            // We gave up waiting; the simulator may still be at it.
            Awaitility.await().untilAsserted(() -> assertThat(payment.moved(EffectKind.APPROVE))
                    .hasSize(effects));
            assertThat(payment.look().meaning())
                    .isEqualTo(effects == 1 ? OrderMeaning.PAID : OrderMeaning.READY_TO_APPROVE);
            assertThat(control.calls(payment.orderId).stream().filter(c -> c.endpoint() == Endpoint.APPROVE))
                    .as("sent once")
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NO_ANSWER_BEFORE, TIMEOUT", "NO_ANSWER_AFTER, TIMEOUT", "STATUS_AFTER, SERVER_ERROR",
        "RESET_AFTER, CONNECTION_LOST", "MALFORMED_BODY, MALFORMED_ANSWER", "HUGE_BODY, ANSWER_TOO_LARGE",
        "WRONG_AMOUNT, MISMATCH", "WRONG_TID, MISMATCH", "WRONG_ORDER_ID, MISMATCH"
    })
    void eachFaultOnCancelIsUnknownAndTheLookUpTells(FaultKind fault, UnknownReason expected) {
        for (CredentialKind kind : CredentialKind.values()) {
            Payment payment = paid(kind);
            control.fault(Fault.of(Endpoint.CANCEL, fault));
            assertThat(reason(payment.expecting(expected).cancel(5_000, TOTAL_KRW, "refund-1")))
                    .isEqualTo(expected);
            int effects = fault == FaultKind.NO_ANSWER_BEFORE ? 0 : 1;
            Awaitility.await().untilAsserted(() -> assertThat(payment.moved(EffectKind.CANCEL))
                    .hasSize(effects));
            assertThat(payment.look().cancelWith("refund-1") != null).isEqualTo(effects == 1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "WRONG_AMOUNT, MISMATCH", "WRONG_TID, MISMATCH", "WRONG_ORDER_ID, MISMATCH",
        "MALFORMED_BODY, MALFORMED_ANSWER", "NO_ANSWER_BEFORE, TIMEOUT", "STATUS_BEFORE, SERVER_ERROR"
    })
    void aLookUpIsNotBelievedEither(FaultKind fault, UnknownReason expected) {
        for (CredentialKind kind : CredentialKind.values()) {
            Payment payment = paid(kind);
            control.fault(Fault.of(Endpoint.ORDER, fault));
            assertThat(reason(payment.expecting(expected).order())).isEqualTo(expected);
        }
    }

    /// The code arrives in the shape of each generation; the effect may stand behind it.
    @ParameterizedTest
    @CsvSource({
        "-702, , ALREADY_DONE_OR_WRONG_STATE",
        "-783, , ALREADY_DONE_OR_WRONG_STATE",
        "-785, , IN_PROGRESS_ELSEWHERE",
        "-780, BANK_FIRM_UNKNOWN, BANK_UNCLEAR",
        "-500, , SERVER_ERROR",
        "-503, , MAINTENANCE",
        "-9798, , MAINTENANCE",
        "-721, , UNDOCUMENTED_ANSWER",
        "-1, , UNDOCUMENTED_ANSWER"
    })
    void anUnclearCodeBehindAnEffectIsSettledByTheLookUp(int code, String word, UnknownReason expected) {
        for (CredentialKind kind : CredentialKind.values()) {
            Payment payment = ready(kind);
            String pgToken = payment.payByMoney();
            Fault fault = word == null ? Fault.code(Endpoint.APPROVE, code) : Fault.code(Endpoint.APPROVE, code, word);
            control.fault(fault.afterEffect());
            assertThat(reason(payment.approve(pgToken))).isEqualTo(expected);
            assertThat(payment.look().meaning()).isEqualTo(OrderMeaning.PAID);
        }
    }

    @ParameterizedTest
    @EnumSource(CredentialKind.class)
    void aRefusedCardIsFinalAndALockedPayerIsNot(CredentialKind kind) {
        Payment payment = ready(kind);
        String pgToken = payment.payByMoney();
        control.fault(Fault.code(Endpoint.APPROVE, -780, "USER_LOCKED"));
        Outcome<Approval> locked = payment.approve(pgToken);
        assertThat(locked)
                .isEqualTo(new Outcome.Refused<>(
                        false, RefusalReason.PAYER_BUSY, new Code("approve", 400, -780, "USER_LOCKED")));

        Payment other = ready(kind);
        String otherToken = other.payByMoney();
        control.fault(Fault.code(Endpoint.APPROVE, -780, "8191"));
        assertThat(other.approve(otherToken))
                .isEqualTo(new Outcome.Refused<>(
                        true, RefusalReason.METHOD_REFUSED, new Code("approve", 400, -780, "8191")));
        assertThat(other.look().meaning()).isEqualTo(OrderMeaning.NOT_PAID_ONCE_DEAD);
    }

    @ParameterizedTest
    @EnumSource(CredentialKind.class)
    void afterFifteenMinutesItHasExpired(CredentialKind kind) {
        Payment payment = ready(kind);
        String pgToken = payment.payByMoney();
        control.shiftClock(payment.tid, Duration.ofMinutes(16));
        assertThat(payment.approve(pgToken))
                .isEqualTo(new Outcome.Refused<>(true, RefusalReason.EXPIRED, new Code("approve", 400, -723, null)));
        assertThat(payment.moved(EffectKind.APPROVE)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CredentialKind.class)
    void aCancelAfterItsPeriodIsRefusedForGood(CredentialKind kind) {
        Payment payment = ready(kind);
        done(payment.approve(payment.payBy(CardCompany.BC)));
        control.shiftClock(payment.tid, Duration.ofDays(400));
        Outcome<Cancellation> outcome = payment.cancel(TOTAL_KRW, TOTAL_KRW, "refund-1");
        assertThat(reason(outcome)).isEqualTo(RefusalReason.CANCEL_PERIOD_OVER);
        assertThat(payment.moved(EffectKind.CANCEL)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CredentialKind.class)
    void aPayerWhoGivesUp(CredentialKind kind) {
        Payment payment = ready(kind);
        control.abort(payment.redirectUrl);
        assertThat(payment.look().meaning()).isEqualTo(OrderMeaning.NOT_PAID_ONCE_DEAD);
    }

    // ---- plumbing

    private static MerchantAccount account(CredentialKind kind, String key, String cid) {
        return new MerchantAccount("account-" + kind, cid, new Credential(kind, SecretText.of(key), 1));
    }

    private static ReadyRequest request(String site) {
        return new ReadyRequest(
                UUID.randomUUID().toString(),
                Samples.USER,
                "회의실 2시간",
                1,
                TOTAL_KRW,
                0,
                null,
                URI.create(site + "/approved"),
                URI.create(site + "/canceled"),
                URI.create(site + "/failed"));
    }

    private static Payment ready(CredentialKind kind) {
        MerchantAccount account = account(kind, Samples.KEY, Samples.CID);
        ReadyRequest request = request(SITE);
        Ready ready = done(await(kakaoPay.ready(account, request)));
        return new Payment(kakaoPay, account, request.orderId(), ready.tid(), ready.redirectPcUrl());
    }

    private static Payment paid(CredentialKind kind) {
        Payment payment = ready(kind);
        done(payment.approve(payment.payByMoney()));
        return payment;
    }

    private static <T> T done(Outcome<T> outcome) {
        assertThat(outcome).isInstanceOf(Outcome.Done.class);
        return ((Outcome.Done<T>) outcome).value();
    }

    private record Payment(KakaoPay client, MerchantAccount account, String orderId, String tid, String redirectUrl) {

        /// Waits 300 ms for answers: only where none is expected, so that a slow machine spoils no other test.
        Payment expecting(UnknownReason reason) {
            KakaoPay patient = reason == UnknownReason.TIMEOUT ? hasty : kakaoPay;
            return new Payment(patient, account, orderId, tid, redirectUrl);
        }

        String payByMoney() {
            return tokenOf(control.pay(redirectUrl, Method.MONEY));
        }

        String payBy(CardCompany card) {
            return tokenOf(control.payByCard(redirectUrl, card));
        }

        private static String tokenOf(String location) {
            return location.substring(location.indexOf("pg_token=") + "pg_token=".length());
        }

        Outcome<Approval> approve(String pgToken) {
            return await(client.approve(
                    account,
                    new ApproveRequest(tid, orderId, Samples.USER, SecretText.of(pgToken), TOTAL_KRW, orderId)));
        }

        Outcome<Order> order() {
            return await(client.order(account, new OrderRequest(tid, orderId, TOTAL_KRW)));
        }

        Order look() {
            return done(order());
        }

        Outcome<Cancellation> cancel(long amountKrw, long availableKrw, String payload) {
            return await(
                    client.cancel(account, new CancelRequest(tid, orderId, amountKrw, 0, null, availableKrw, payload)));
        }

        List<Long> moved(EffectKind kind) {
            return control.ledger(orderId, kind).stream().map(Effect::amountKrw).toList();
        }
    }
}
