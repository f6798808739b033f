package com.coworkpay.tools.local.portal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

/// When a booking begins, as the forms offer it: far and near, so that each deadline can be tried.
enum When {
    IN_30_MINUTES(new Said("30분 뒤", "in 30 minutes"), false),
    IN_3_HOURS(new Said("3시간 뒤", "in 3 hours"), false),
    TOMORROW(new Said("내일", "tomorrow"), true),
    NEXT_WEEK(new Said("일주일 뒤", "in a week"), true);

    private static final LocalTime OPENS = LocalTime.of(10, 0);

    private final Said words;
    private final boolean wholeDays;

    When(Said words, boolean wholeDays) {
        this.words = words;
        this.wholeDays = wholeDays;
    }

    Said words() {
        return words;
    }

    boolean isForWholeDays() {
        return wholeDays;
    }

    Slot slot(boolean wholeDay, Instant now, ZoneId zone) {
        var start =
                switch (this) {
                    case IN_30_MINUTES -> now.plus(Duration.ofMinutes(30)).truncatedTo(ChronoUnit.MINUTES);
                    case IN_3_HOURS -> now.plus(Duration.ofHours(3)).truncatedTo(ChronoUnit.MINUTES);
                    case TOMORROW -> opening(1, now, zone);
                    case NEXT_WEEK -> opening(7, now, zone);
                };
        return wholeDay ? new Slot(null, start.atZone(zone).toLocalDate()) : new Slot(start, null);
    }

    private static Instant opening(int days, Instant now, ZoneId zone) {
        return now.atZone(zone)
                .toLocalDate()
                .plusDays(days)
                .atTime(OPENS)
                .atZone(zone)
                .toInstant();
    }
}
