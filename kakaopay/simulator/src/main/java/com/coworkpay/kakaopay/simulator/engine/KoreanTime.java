package com.coworkpay.kakaopay.simulator.engine;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/// KakaoPay writes wall-clock time in Korea, without offset and without fraction: `2026-11-22T13:30:00`.
public final class KoreanTime {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final DateTimeFormatter API =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(SEOUL);
    private static final DateTimeFormatter PAGE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(SEOUL);

    private KoreanTime() {}

    public static String text(Instant at) {
        return API.format(at);
    }

    public static String page(Instant at) {
        return PAGE.format(at);
    }

    public static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, SEOUL);
    }
}
