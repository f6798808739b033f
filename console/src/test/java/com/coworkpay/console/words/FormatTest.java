package com.coworkpay.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.console.client.LocationPage.Location;
import com.coworkpay.console.session.Language;
import com.coworkpay.console.session.Theme;
import com.coworkpay.console.shell.Shell;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0                    | 0원                                | ₩0
            22000                | 22,000원                           | ₩22,000
            -5000                | −5,000원                           | −₩5,000
            999                  | 999원                              | ₩999
            2000000000           | 2,000,000,000원                    | ₩2,000,000,000
            9223372036854775807  | 9,223,372,036,854,775,807원        | ₩9,223,372,036,854,775,807
            -9223372036854775807 | −9,223,372,036,854,775,807원       | −₩9,223,372,036,854,775,807
            """)
    void won(long amount, String korean, String english) {
        assertThat(Format.won(Language.KO, amount)).isEqualTo(korean);
        assertThat(Format.won(Language.EN, amount)).isEqualTo(english);
    }

    @Test
    void whatIsUnknownIsADash() {
        Shell shell = shell(Language.KO, "Asia/Seoul");
        assertThat(Format.won(shell, null)).isEqualTo("–");
        assertThat(Format.number(shell, null)).isEqualTo("–");
        assertThat(Format.time(shell, null)).isEqualTo("–");
        assertThat(Format.koreanTime(shell, null)).isEqualTo("–");
        assertThat(Format.shortTime(shell, null)).isEqualTo("–");
        assertThat(Format.day(shell, null)).isEqualTo("–");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-11-29T05:05:03Z | Asia/Seoul         | 2026. 11. 29. (일) 14:05 | Sun 29 Nov 2026, 14:05
            2026-11-28T15:00:00Z | Asia/Seoul         | 2026. 11. 29. (일) 00:00 | Sun 29 Nov 2026, 00:00
            2026-11-28T14:59:59Z | Asia/Seoul         | 2026. 11. 28. (토) 23:59 | Sat 28 Nov 2026, 23:59
            2028-02-28T15:00:00Z | Asia/Seoul         | 2028. 2. 29. (화) 00:00  | Tue 29 Feb 2028, 00:00
            2026-12-31T15:00:00Z | Asia/Seoul         | 2027. 1. 1. (금) 00:00   | Fri 1 Jan 2027, 00:00
            2026-11-29T05:05:03Z | America/New_York   | 2026. 11. 29. (일) 00:05 | Sun 29 Nov 2026, 00:05
            2026-11-29T05:05:03Z | Pacific/Kiritimati | 2026. 11. 29. (일) 19:05 | Sun 29 Nov 2026, 19:05
            2026-10-25T00:30:00Z | Europe/Berlin      | 2026. 10. 25. (일) 02:30 | Sun 25 Oct 2026, 02:30
            2026-10-25T01:30:00Z | Europe/Berlin      | 2026. 10. 25. (일) 02:30 | Sun 25 Oct 2026, 02:30
            """)
    void timesAreOfTheLocation(Instant at, String zone, String korean, String english) {
        assertThat(Format.time(shell(Language.KO, zone), at)).isEqualTo(korean);
        assertThat(Format.time(shell(Language.EN, zone), at)).isEqualTo(english);
    }

    @Test
    void kakaoPaysTimesAreKoreanWhereverTheLocationIs() {
        Instant at = Instant.parse("2026-11-28T15:00:00Z");
        assertThat(Format.koreanTime(shell(Language.EN, "America/New_York"), at))
                .isEqualTo("Sun 29 Nov 2026, 00:00 KST");
        assertThat(Format.koreanTime(shell(Language.KO, "America/New_York"), at))
                .isEqualTo("2026. 11. 29. (일) 00:00 KST");
    }

    @Test
    void shortTimesHaveSeconds() {
        assertThat(Format.shortTime(shell(Language.KO, "Asia/Seoul"), Instant.parse("2026-11-29T05:05:03Z")))
                .isEqualTo("11-29 14:05:03");
    }

    @Test
    void daysAreWrittenAsTimesAre() {
        assertThat(Format.day(shell(Language.KO, "Asia/Seoul"), LocalDate.of(2028, 2, 29)))
                .isEqualTo("2028. 2. 29. (화)");
        assertThat(Format.day(shell(Language.EN, "Asia/Seoul"), LocalDate.of(2028, 2, 29)))
                .isEqualTo("Tue 29 Feb 2028");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0         | 0       | 0
            500       | 500     | 500
            5000      | 5,000   | 5k
            10000     | 1만     | 10k
            15000     | 1.5만   | 15k
            500000    | 50만    | 500k
            1500000   | 150만   | 1.5M
            1234567   | 1,234,567 | 1,234,567
            -50000    | −5만    | −50k
            """)
    void scalesAreShort(long amount, String korean, String english) {
        assertThat(Format.compact(shell(Language.KO, "Asia/Seoul"), amount)).isEqualTo(korean);
        assertThat(Format.compact(shell(Language.EN, "Asia/Seoul"), amount)).isEqualTo(english);
    }

    @Test
    void zonesAreNamedAsTheirPeopleDo() {
        assertThat(Format.zoneName(shell(Language.KO, "Asia/Seoul"))).isEqualTo("KST");
        assertThat(Format.zoneName(shell(Language.KO, null))).isEqualTo("KST");
    }

    static Shell shell(Language language, @org.jspecify.annotations.Nullable String zone) {
        Location location = new Location("gangnam", "강남점", zone, true, true, true, null, List.of());
        return new Shell(language, Theme.SYSTEM, "김민지", location, null, "/console/gangnam/overview", false);
    }
}
