package com.coworkpay.refund.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.RefundDeadline;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Minutes and hours are exact, days and weeks are calendar days where the location is.
class RefundDeadlineTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @ParameterizedTest
    @CsvSource({
        "PT0S, 2026-12-01T09:00:00+09:00", "PT15M, 2026-12-01T08:45:00+09:00", "PT30M, 2026-12-01T08:30:00+09:00",
        "PT1H, 2026-12-01T08:00:00+09:00", "PT2H, 2026-12-01T07:00:00+09:00", "PT4H, 2026-12-01T05:00:00+09:00",
        "PT6H, 2026-12-01T03:00:00+09:00", "PT12H, 2026-11-30T21:00:00+09:00", "P1D, 2026-11-30T09:00:00+09:00",
        "P2D, 2026-11-29T09:00:00+09:00", "P1W, 2026-11-24T09:00:00+09:00", "P2W, 2026-11-17T09:00:00+09:00",
        "P4W, 2026-11-03T09:00:00+09:00"
    })
    void everyChoiceInSeoul(RefundDeadline deadline, String expected) {
        assertThat(deadline.at(at("2026-12-01T09:00:00+09:00"), SEOUL)).isEqualTo(at(expected));
    }

    /// The clocks in New York go back on 1 November 2026: between Saturday and Sunday 09:00 lie 25 hours.
    @Test
    void aCalendarDayOverAChangeOfClocksIsNotTwentyFourHours() {
        Instant start = at("2026-11-01T09:00:00-05:00");
        assertThat(RefundDeadline.P1D.at(start, NEW_YORK)).isEqualTo(at("2026-10-31T09:00:00-04:00"));
        assertThat(RefundDeadline.PT12H.at(start, NEW_YORK)).isEqualTo(at("2026-10-31T22:00:00-04:00"));
    }

    /// 02:30 on 8 March 2026 does not exist in New York: it is 03:30 that day.
    @Test
    void aDeadlineThatTheClocksSkipIsTheSameTimeAfterTheGap() {
        Instant start = at("2026-03-09T02:30:00-04:00");
        assertThat(RefundDeadline.P1D.at(start, NEW_YORK)).isEqualTo(at("2026-03-08T03:30:00-04:00"));
    }

    private static Instant at(String text) {
        return java.time.OffsetDateTime.parse(text).toInstant();
    }
}
