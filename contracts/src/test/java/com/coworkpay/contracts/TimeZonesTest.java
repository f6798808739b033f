package com.coworkpay.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeZonesTest {

    @ParameterizedTest
    @ValueSource(strings = {"Asia/Seoul", "America/Vancouver", "ROK", "US/Pacific", "Singapore", "UTC", "Etc/GMT-9"})
    void namesOfIanaAreAccepted(String name) {
        assertThat(TimeZones.isAccepted(name)).isTrue();
        assertThat(TimeZones.find(name)).contains(ZoneId.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " Asia/Seoul", "asia/seoul", "+09:00", "GMT+9", "UTC+9", "Z", "KST", "Mars/Phobos"})
    void whatHasNoRulesOrNoNameIsNot(String name) {
        assertThat(TimeZones.isAccepted(name)).isFalse();
    }

    /// Of java.time alone. What was accepted before goes on.
    @Test
    void systemVIsReadButNotAccepted() {
        ZoneId.getAvailableZoneIds().stream()
                .filter(name -> name.startsWith("SystemV/"))
                .forEach(name -> {
                    assertThat(TimeZones.isAccepted(name)).as(name).isFalse();
                    assertThat(TimeZones.find(name)).as(name).isPresent();
                });
    }

    @Test
    void whatIsNotKnownHereIsNoError() {
        assertThat(TimeZones.find("Asia/Tomorrow")).isEmpty();
    }
}
