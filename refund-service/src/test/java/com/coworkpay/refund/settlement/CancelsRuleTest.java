package com.coworkpay.refund.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.refund.domain.Movement;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A payment of 22,000 won and a refund of 5,000, with each shape that KakaoPay's answers have.
class CancelsRuleTest {

    private static final UUID OURS = UUID.randomUUID();
    private static final UUID FAILED = UUID.randomUUID();
    private static final Instant SENT = Instant.parse("2030-01-09T00:00:00Z");

    @Test
    void itsOwnPayloadIsOursWhateverElseMoved() {
        assertThat(read(12000, cancel("A1", 5000L, OURS.toString()), cancel("A2", 5000L, null)))
                .isEqualTo(new OrderInquiry.Canceled("A1", SENT));
        assertThat(read(17000, bare("A1", SENT).payload(OURS))).isEqualTo(new OrderInquiry.Canceled("A1", SENT));
        assertThat(read(16000, cancel("A1", 6000L, OURS.toString()))).isInstanceOf(OrderInquiry.Contradiction.class);
    }

    @Test
    void theBalanceThatTheLedgerExpectsMeansThatNothingMoved() {
        assertThat(read(22000)).isEqualTo(new OrderInquiry.NotCanceled());
    }

    @Test
    void whereTheListSaysNothingTheBalanceSettlesIt() {
        assertThat(read(17000, bare("A1", SENT))).isEqualTo(new OrderInquiry.Canceled("A1", SENT));
        assertThat(read(17000, bare("A1", SENT.minusSeconds(9)))).isInstanceOf(OrderInquiry.Canceled.class);
    }

    @Test
    void oneThatWasMadeBeforeOurFirstSendIsNotOurs() {
        assertThat(read(17000, bare("A1", SENT.minusSeconds(11))))
                .isEqualTo(outside(5000, SENT.minusSeconds(11), "A1"));
    }

    @Test
    void anotherAmountIsNotOurs() {
        assertThat(read(19000, bare("A1", SENT))).isEqualTo(outside(3000, SENT, "A1"));
    }

    /// Where the list shows payloads, ours carry one.
    @Test
    void oneWithoutAPayloadIsNotOursWhereAnotherHasOne() {
        assertThat(read(12000, cancel("A1", 5000L, null), cancel("A2", 5000L, "somebody's")))
                .isEqualTo(new OrderInquiry.CanceledOutside(List.of(
                        new Movement.Outside(List.of("A1"), 5000, SENT),
                        new Movement.Outside(List.of("A2"), 5000, SENT))));
        assertThat(read(17000, cancel("A1", 5000L, "somebody's"))).isEqualTo(outside(5000, SENT, "A1"));
        assertThat(read(17000, new KakaoPayCancel("A1", null, SENT, "somebody's")))
                .isEqualTo(outside(5000, SENT, "A1"));
    }

    /// The first refund of a payment, and KakaoPay shows amounts and no payload.
    @Test
    void whereNoPayloadIsShownTheBalanceSettlesItToo() {
        assertThat(read(17000, cancel("A1", 5000L, null))).isEqualTo(new OrderInquiry.Canceled("A1", SENT));
        assertThat(read(15000, cancel("A1", 7000L, null))).isEqualTo(outside(7000, SENT, "A1"));
        // Two of them, one of our amount: either may be ours.
        assertThat(read(12000, cancel("A1", 5000L, null), cancel("A2", 5000L, null)))
                .isInstanceOf(OrderInquiry.UnexplainedBalance.class);
    }

    /// Its only attempt was declined, or there was none: a cancel of the same amount was made outside.
    @Test
    void ofASendThatKakaoPayRefusedNothingIsOurs() {
        OurCancels ours = new OurCancels(
                OURS, 5000, 22000, SENT.minusSeconds(10), true, false, Set.of(), Set.of(), Map.of(), Set.of());
        assertThat(CancelsRule.read(ours, 17000, List.of(bare("A1", SENT).get())))
                .isEqualTo(outside(5000, SENT, "A1"));
        assertThat(CancelsRule.read(
                        ours,
                        10000,
                        List.of(bare("A1", SENT).get(), bare("A2", SENT).get())))
                .isEqualTo(outside(12000, SENT, "A1", "A2"));
    }

    /// It was recorded as made outside while the list had no payload.
    @Test
    void oneThatIsRecordedAsMadeOutsideIsNotRefundedAgain() {
        OurCancels ours = new OurCancels(
                OURS, 5000, 17000, SENT.minusSeconds(10), false, false, Set.of("A1"), Set.of("A1"), Map.of(), Set.of());
        assertThat(CancelsRule.read(ours, 17000, List.of(cancel("A1", 5000L, OURS.toString()))))
                .isEqualTo(new OrderInquiry.RecordedOutside());
    }

    /// The list lags behind the balance: the only one that it shows may stand for two.
    @Test
    void oneThatSaysNothingIsNotGuessedAboutWhereMoreIsMissingThanOurs() {
        assertThat(read(7000, bare("A1", SENT))).isInstanceOf(OrderInquiry.UnexplainedBalance.class);
        assertThat(read(7000, bare("A1", SENT.minusSeconds(11)))).isInstanceOf(OrderInquiry.CanceledOutside.class);
    }

    /// An earlier refund of ours is listed without its payload: KakaoPay shows none.
    @Test
    void whereOurOwnAreListedWithoutPayloadTheBalanceSettlesIt() {
        OurCancels ours = new OurCancels(
                OURS, 5000, 20000, SENT.minusSeconds(10), false, false, Set.of("A0"), Set.of(), Map.of(), Set.of());
        assertThat(CancelsRule.read(ours, 15000, List.of(cancel("A0", 2000L, null), cancel("A1", 5000L, null))))
                .isEqualTo(new OrderInquiry.Canceled("A1", SENT));
    }

    @Test
    void oneThatIsRecordedIsNotUnrecorded() {
        OurCancels ours = new OurCancels(
                OURS, 5000, 20000, SENT.minusSeconds(10), false, false, Set.of("A0"), Set.of(), Map.of(), Set.of());
        assertThat(CancelsRule.read(ours, 20000, List.of(bare("A0", SENT).get())))
                .isEqualTo(new OrderInquiry.NotCanceled());
        assertThat(CancelsRule.read(
                        ours,
                        15000,
                        List.of(bare("A0", SENT).get(), bare("A1", SENT).get())))
                .isEqualTo(new OrderInquiry.Canceled("A1", SENT));
    }

    @Test
    void aBalanceThatChangedBeforeTheListIsCheckedAgain() {
        assertThat(read(17000)).isInstanceOf(OrderInquiry.UnexplainedBalance.class);
        assertThat(read(15000, cancel("A1", 5000L, null))).isInstanceOf(OrderInquiry.UnexplainedBalance.class);
    }

    /// One of two without payload and amount may be ours: only a person can decide.
    @Test
    void severalThatSayNothingAreNotGuessedAbout() {
        assertThat(read(10000, bare("A1", SENT), bare("A2", SENT))).isInstanceOf(OrderInquiry.UnexplainedBalance.class);
        assertThat(read(10000, bare("A1", SENT.minusSeconds(60)), bare("A2", SENT)))
                .isEqualTo(outside(12000, SENT, "A1", "A2"));
    }

    @Test
    void whileAnotherRefundMoves() {
        OurCancels ours = new OurCancels(
                OURS, 5000, 22000, SENT.minusSeconds(10), false, true, Set.of(), Set.of(), Map.of(), Set.of());
        assertThat(CancelsRule.read(ours, 17000, List.of(bare("A1", SENT).get())))
                .isInstanceOf(OrderInquiry.UnexplainedBalance.class);
    }

    @Test
    void aFailedRefundOfOursMayBeDoneAfterAll() {
        assertThat(read(15000, cancel("A1", 7000L, FAILED.toString())))
                .isEqualTo(new OrderInquiry.CanceledOutside(List.of(new Movement.Late(FAILED, "A1", SENT))));
    }

    @Test
    void moreThanExpectedContradicts() {
        assertThat(read(23000)).isInstanceOf(OrderInquiry.Contradiction.class);
    }

    private record Listed(
            @Nullable String aid,
            @Nullable Long amountKrw,
            @Nullable Instant at,
            @Nullable String payload) {
        Listed payload(UUID id) {
            return new Listed(aid, amountKrw, at, id.toString());
        }

        KakaoPayCancel get() {
            return new KakaoPayCancel(aid, amountKrw, at, payload);
        }
    }

    private static Listed bare(String aid, Instant at) {
        return new Listed(aid, null, at, null);
    }

    private static KakaoPayCancel cancel(String aid, @Nullable Long amountKrw, @Nullable String payload) {
        return new KakaoPayCancel(aid, amountKrw, SENT, payload);
    }

    private static OrderInquiry outside(long amountKrw, Instant at, String... aids) {
        return new OrderInquiry.CanceledOutside(List.of(new Movement.Outside(List.of(aids), amountKrw, at)));
    }

    private static OrderInquiry read(long availableKrw, Object... cancels) {
        OurCancels ours = new OurCancels(
                OURS,
                5000,
                22000,
                SENT.minusSeconds(10),
                false,
                false,
                Set.of(),
                Set.of(),
                Map.of(FAILED, 7000L),
                Set.of());
        return CancelsRule.read(
                ours,
                availableKrw,
                Arrays.stream(cancels)
                        .map(each -> each instanceof Listed listed ? listed.get() : (KakaoPayCancel) each)
                        .toList());
    }
}
