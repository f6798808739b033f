package com.coworkpay.kakaopay.connector;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import org.jspecify.annotations.Nullable;

/// KakaoPay writes `yyyy-MM-ddTHH:mm:ss` without an offset and means Korean time (UTC+9, no summer time since 1988).
/// Should an offset appear one day, it is believed.
final class KoreanTime {

    private static final ZoneOffset KST = ZoneOffset.ofHours(9);

    private KoreanTime() {}

    /// `null` for what is no time.
    static @Nullable Instant parse(@Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            TemporalAccessor time =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text.trim(), OffsetDateTime::from, LocalDateTime::from);
            return time instanceof LocalDateTime local ? local.toInstant(KST) : ((OffsetDateTime) time).toInstant();
        } catch (DateTimeException noTime) {
            return null;
        }
    }
}
