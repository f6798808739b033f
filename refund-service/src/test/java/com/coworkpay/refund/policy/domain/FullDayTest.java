package com.coworkpay.refund.policy.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.OpeningHours;
import com.coworkpay.contracts.ResourceType;
import com.coworkpay.contracts.ScheduleRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a full day begins: which schedule, which version of it, and which moment of the day.
class FullDayTest {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final ScheduleRef DESK = ScheduleRef.ofResource(ResourceType.DESK, "desk-7");
    private static final Instant SHOWN = at("2026-11-20T12:00:00+09:00");

    /// 1 December 2026 is a Tuesday.
    private static final LocalDate TUESDAY = LocalDate.parse("2026-12-01");

    private final List<ScheduleVersion> versions = new ArrayList<>();

    private FullDayTest says(ScheduleRef schedule, String validFrom, String changedAt, @Nullable String hours) {
        versions.add(new ScheduleVersion(
                schedule,
                versions.size() + 1,
                LocalDate.parse(validFrom),
                at(changedAt),
                hours == null ? null : OpeningHours.of(hours)));
        return this;
    }

    private FullDayTest opens(ScheduleRef schedule, String time) {
        return says(schedule, "2026-01-01", "2026-01-01T00:00:00+09:00", tuesdaysFrom(time));
    }

    private static String tuesdaysFrom(String time) {
        return """
                {"weekly":{"TUESDAY":[{"opens":"18:00","closes":"24:00"},{"opens":"%s","closes":"12:00"}]},
                 "closedDays":["2026-12-08"]}""".formatted(time);
    }

    private @Nullable Start start(String role, LocalDate day, ZoneId zone) {
        return new FullDay(day, SHOWN, role, "DESK", "desk-7")
                .start(zone, versions, Start.From.PAYMENT)
                .orElse(null);
    }

    private Instant of(String role) {
        return Objects.requireNonNull(start(role, TUESDAY, SEOUL)).at();
    }

    @ParameterizedTest
    @CsvSource({
        "NONMEMBER, 10:00",
        "NETWORK_MEMBER, 10:00",
        "LOCATION_MEMBER, 07:00",
        "ADMIN, 07:00",
    })
    void theOwnersRolePicksTheSchedule(String role, String opens) {
        opens(ScheduleRef.DEFAULT, "07:00").opens(ScheduleRef.PUBLIC, "10:00");
        assertThat(of(role)).isEqualTo(at("2026-12-01T" + opens + ":00+09:00"));
    }

    @Test
    void withoutAPublicOneTheDefaultOneIsForAll() {
        opens(ScheduleRef.DEFAULT, "07:00");
        assertThat(of("NONMEMBER")).isEqualTo(at("2026-12-01T07:00:00+09:00"));
        opens(ScheduleRef.PUBLIC, "10:00").says(ScheduleRef.PUBLIC, "2026-02-01", "2026-02-01T00:00:00+09:00", null);
        assertThat(of("NONMEMBER")).isEqualTo(at("2026-12-01T07:00:00+09:00"));
    }

    @Test
    void aResourcesOwnScheduleWinsOverBoth() {
        opens(ScheduleRef.DEFAULT, "07:00").opens(ScheduleRef.PUBLIC, "10:00").opens(DESK, "11:00");
        assertThat(of("NONMEMBER")).isEqualTo(at("2026-12-01T11:00:00+09:00"));
        assertThat(of("ADMIN")).isEqualTo(at("2026-12-01T11:00:00+09:00"));
        says(DESK, "2026-02-01", "2026-02-01T00:00:00+09:00", null);
        assertThat(of("ADMIN")).isEqualTo(at("2026-12-01T07:00:00+09:00"));
    }

    /// Whoever pays is shown the hours of then; those that hold from a later day are not of this one.
    @Test
    void theVersionThatWasShownCounts() {
        opens(ScheduleRef.DEFAULT, "07:00")
                .says(ScheduleRef.DEFAULT, "2026-11-25", "2026-11-01T00:00:00+09:00", tuesdaysFrom("08:00"))
                .says(ScheduleRef.DEFAULT, "2026-11-25", "2026-11-20T12:00:01+09:00", tuesdaysFrom("09:00"))
                .says(ScheduleRef.DEFAULT, "2026-12-02", "2026-11-01T00:00:00+09:00", tuesdaysFrom("10:00"));
        var start = Objects.requireNonNull(start("ADMIN", TUESDAY, SEOUL));
        assertThat(start.at()).isEqualTo(at("2026-12-01T08:00:00+09:00"));
        assertThat(start.hours()).isEqualTo(new Start.Hours(ScheduleRef.DEFAULT, 2));
        assertThat(start.source()).isEqualTo(Start.Source.OPENING_TIME);
    }

    /// A location may set its hours after its first payments: the first that were set count.
    @Test
    void hoursThatComeLaterAreBetterThanNone() {
        says(ScheduleRef.DEFAULT, "2026-01-01", "2026-11-22T00:00:00+09:00", tuesdaysFrom("08:00"))
                .says(ScheduleRef.DEFAULT, "2026-01-01", "2026-11-21T00:00:00+09:00", tuesdaysFrom("09:00"));
        assertThat(of("ADMIN")).isEqualTo(at("2026-12-01T09:00:00+09:00"));
    }

    /// What was set too late to be shown wins over nothing that was.
    @Test
    void whatWasShownWinsOverWhatCameLater() {
        opens(ScheduleRef.DEFAULT, "08:00")
                .says(ScheduleRef.PUBLIC, "2026-01-01", "2026-11-22T00:00:00+09:00", tuesdaysFrom("10:00"))
                .says(DESK, "2026-01-01", "2026-11-22T00:00:00+09:00", tuesdaysFrom("06:00"));
        assertThat(of("NONMEMBER")).isEqualTo(at("2026-12-01T08:00:00+09:00"));
    }

    @Test
    void ofHoursThatComeLaterThoseOfTheSeasonCount() {
        says(ScheduleRef.DEFAULT, "2026-01-01", "2026-11-21T00:00:00+09:00", tuesdaysFrom("08:00"))
                .says(ScheduleRef.DEFAULT, "2026-11-30", "2026-11-22T00:00:00+09:00", tuesdaysFrom("09:00"));
        assertThat(of("ADMIN")).isEqualTo(at("2026-12-01T09:00:00+09:00"));
    }

    @Test
    void theRestOfANightIsNoOpening() {
        says(ScheduleRef.DEFAULT, "2026-01-01", "2026-01-01T00:00:00Z", """
                {"weekly":{"MONDAY":[{"opens":"18:00","closes":"24:00"}],
                 "TUESDAY":[{"opens":"00:00","closes":"02:00"},{"opens":"18:00","closes":"24:00"}],
                 "WEDNESDAY":[{"opens":"00:00","closes":"24:00"}]}}""");
        assertThat(of("ADMIN")).isEqualTo(at("2026-12-01T18:00:00+09:00"));
        assertThat(Objects.requireNonNull(start("ADMIN", TUESDAY.plusDays(1), SEOUL))
                        .at())
                .isEqualTo(at("2026-12-02T00:00:00+09:00"));
    }

    /// As after a newer payment-service: a process that knows it resolves the day.
    @Test
    void aRoleThatIsNotKnownHereWaits() {
        opens(ScheduleRef.DEFAULT, "08:00");
        assertThat(start("VISITOR", TUESDAY, SEOUL)).isNull();
        assertThat(new FullDay(TUESDAY, SHOWN, "ADMIN", "BOAT", "b-1").start(SEOUL, versions, Start.From.PAYMENT))
                .isEmpty();
    }

    @Test
    void withoutAnyItIsNotMidnight() {
        assertThat(start("ADMIN", TUESDAY, SEOUL)).isNull();
        says(ScheduleRef.DEFAULT, "2026-12-02", "2026-01-01T00:00:00+09:00", tuesdaysFrom("09:00"));
        assertThat(start("ADMIN", TUESDAY, SEOUL)).isNull();
        opens(ScheduleRef.PUBLIC, "10:00");
        assertThat(start("ADMIN", TUESDAY, SEOUL)).isNull();
        assertThat(start("NONMEMBER", TUESDAY, SEOUL)).isNotNull();
    }

    @Test
    void byItsOwnWordALocationHasNone() {
        says(ScheduleRef.DEFAULT, "2026-01-01", "2026-01-01T00:00:00+09:00", null);
        var start = Objects.requireNonNull(start("NONMEMBER", TUESDAY, SEOUL));
        assertThat(start.at()).isEqualTo(at("2026-12-01T00:00:00+09:00"));
        assertThat(start.source()).isEqualTo(Start.Source.NO_SCHEDULE);
    }

    @ParameterizedTest
    @CsvSource({"2026-12-08", "2026-12-02"})
    void aClosedDayBeginsAtMidnight(LocalDate day) {
        opens(ScheduleRef.DEFAULT, "07:00");
        var start = Objects.requireNonNull(start("ADMIN", day, SEOUL));
        assertThat(start.at()).isEqualTo(day.atStartOfDay(SEOUL).toInstant());
        assertThat(start.source()).isEqualTo(Start.Source.CLOSED_DAY);
    }

    /// 02:30 is skipped in New York on 8 March 2026 and comes twice on 1 November; midnight is skipped in Beirut on 29
    /// March.
    @ParameterizedTest
    @CsvSource({
        "2026-03-08, America/New_York, 2026-03-08T03:30:00-04:00",
        "2026-11-01, America/New_York, 2026-11-01T02:30:00-05:00",
        "2026-10-25, Europe/Berlin, 2026-10-25T02:30:00+02:00",
        "2028-02-29, Asia/Seoul, 2028-02-29T02:30:00+09:00"
    })
    void whenTheClocksChange(LocalDate day, ZoneId zone, String expected) {
        says(ScheduleRef.DEFAULT, "2026-01-01", "2026-01-01T00:00:00Z", """
                {"weekly":{"SUNDAY":[{"opens":"02:30","closes":"12:00"}],"TUESDAY":[{"opens":"02:30","closes":"12:00"}]}}""");
        assertThat(Objects.requireNonNull(start("ADMIN", day, zone)).at()).isEqualTo(at(expected));
    }

    @Test
    void aMidnightThatIsSkippedIsTheFirstMomentOfTheDay() {
        says(ScheduleRef.DEFAULT, "2026-01-01", "2026-01-01T00:00:00Z", null);
        assertThat(Objects.requireNonNull(start("ADMIN", LocalDate.parse("2026-03-29"), ZoneId.of("Asia/Beirut")))
                        .at())
                .isEqualTo(at("2026-03-29T01:00:00+03:00"));
    }

    private static Instant at(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }
}
