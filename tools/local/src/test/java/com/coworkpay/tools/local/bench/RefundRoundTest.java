package com.coworkpay.tools.local.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.kakaopay.simulator.Call;
import com.coworkpay.kakaopay.simulator.Endpoint;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RefundRoundTest {
    private static final Instant PUBLISHED = Instant.parse("2026-12-01T03:00:00Z");

    @Test
    void theFirstCancelOfAPaymentCounts() {
        var calls = List.of(
                call(Endpoint.APPROVE, "p1", 10),
                call(Endpoint.CANCEL, "p1", 900),
                call(Endpoint.CANCEL, "p1", 120),
                call(Endpoint.CANCEL, "another", 5));
        assertThat(RefundRound.toCallMs(Map.of("p1", PUBLISHED), calls)).containsExactly(120.0);
    }

    @Test
    void onlyWhatWasCalledIsMeasured() {
        assertThatThrownBy(() -> RefundRound.toCallMs(Map.of("p1", PUBLISHED), List.of()))
                .hasMessageContaining("p1");
    }

    @Test
    void whatIsQuotedIsOfOneRefundAndOfOneRun() {
        var round = new RefundRound(200, 4, new Postgres(500, 300, 0, 0), 500, List.of());
        assertThat(round.rate()).isEqualTo(50);
        assertThat(round.ratio()).isEqualTo(0.1);
        assertThat(round.aRefund(round.postgres().statements())).isEqualTo(2.5);
    }

    private static Call call(Endpoint endpoint, String order, long afterMs) {
        return new Call(1, endpoint, false, null, null, order, PUBLISHED.plusMillis(afterMs), null, Call.OK, null);
    }
}
