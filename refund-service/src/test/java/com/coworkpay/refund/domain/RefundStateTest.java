package com.coworkpay.refund.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.contracts.Amounts;
import com.coworkpay.refund.domain.RefundState.InFlight;
import com.coworkpay.refund.domain.RefundState.Unknown;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefundStateTest {

    private static final Instant AT = Instant.parse("2026-12-01T00:00:00Z");
    private static final Pauses PAUSES = new Pauses(Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofHours(1));

    @Test
    void whatIsFinalStaysFinal() {
        assertThat(LegalTransitions.all().get(RefundStatus.SUCCEEDED)).isEmpty();
        // Only KakaoPay's confirmation of a success leads out of a failure.
        assertThat(LegalTransitions.all().get(RefundStatus.FAILED)).containsExactly(RefundStatus.SUCCEEDED);
    }

    @Test
    void onlyARefundWhoseCancelWasSentSucceeds() {
        LegalTransitions.all().forEach((from, to) -> {
            if (to.contains(RefundStatus.SUCCEEDED)) {
                assertThat(from.isUnsettled() || from == RefundStatus.FAILED).isTrue();
            }
        });
    }

    @Test
    void aRepeatIsNeverSimplyFailedOrForgotten() {
        InFlight repeat = repeat();
        assertThatThrownBy(() -> repeat.decline(Failure.REFUSED, "-781", Duration.ZERO, AT))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> repeat.sendAgain("NOT_SENT", PAUSES, AT)).isInstanceOf(IllegalStateException.class);
    }

    /// A repeat that was surely not sent is none.
    @Test
    void aRepeatThatWasNotSentDoesNotCount() {
        Unknown unknown = repeat().repeatNotSent("NOT_SENT", PAUSES, AT);
        assertThat(unknown.refund().cancelAttempts()).isEqualTo(1);
        assertThat(unknown.refund().availableKrw()).isEqualTo(22000);
    }

    @Test
    void aCancelIsRepeatableOnceTheQuietTimeAndABanksDealAreOver() {
        Duration quiet = Duration.ofSeconds(30);
        Refund sent = RefundBuilder.builder(repeat().refund())
                .sentAt(AT)
                .repeatNotBefore(null)
                .build();
        assertThat(sent.repeatableFrom(quiet)).isEqualTo(AT.plusSeconds(30));
        assertThat(deal(sent, AT.plusSeconds(29)).repeatableFrom(quiet)).isEqualTo(AT.plusSeconds(30));
        assertThat(deal(sent, AT.plusSeconds(1500)).repeatableFrom(quiet)).isEqualTo(AT.plusSeconds(1500));
        assertThat(RefundBuilder.builder(sent).sentAt(null).build().repeatableFrom(quiet))
                .isNull();
    }

    private static Refund deal(Refund sent, Instant openUntil) {
        return RefundBuilder.builder(sent).repeatNotBefore(openUntil).build();
    }

    @Test
    void pausesDoubleUpToTheirMaximumAndInReviewGrowWithTheAge() {
        assertThat(PAUSES.after(0, AT, false, AT)).isEqualTo(Duration.ofSeconds(2));
        assertThat(PAUSES.after(3, AT, false, AT)).isEqualTo(Duration.ofSeconds(16));
        assertThat(PAUSES.after(1000, AT, false, AT)).isEqualTo(Duration.ofMinutes(1));
        assertThat(PAUSES.after(1000, AT.minus(Duration.ofHours(3)), false, AT)).isEqualTo(Duration.ofMinutes(1));
        assertThat(PAUSES.after(1000, AT.minus(Duration.ofHours(3)), true, AT)).isEqualTo(Duration.ofMinutes(30));
        assertThat(PAUSES.after(1000, AT.minus(Duration.ofDays(3)), true, AT)).isEqualTo(Duration.ofHours(1));
        assertThat(PAUSES.after(0, AT.minus(Duration.ofDays(3)), true, AT)).isEqualTo(Duration.ofSeconds(2));
    }

    private static InFlight repeat() {
        Refund requested = TestLedger.requested(UUID.randomUUID(), new Amounts(22000, 2000, 0), AT);
        InFlight first = TestLedger.claimed(requested, 22000, AT);
        return TestLedger.repeated(
                first.unknown(false, null, "TIMEOUT", PAUSES, AT).refund(), AT);
    }
}
