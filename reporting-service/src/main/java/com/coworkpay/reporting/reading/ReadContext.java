package com.coworkpay.reporting.reading;

import com.coworkpay.reporting.projection.domain.Completeness;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// The snapshot that an answer is read from.
///
/// @param side where the generation lies, of two. It stands in the text of each statement, so that the database looks
/// at that place alone
/// @param generation of the projection; grows with each rebuild
/// @param zone of the location: its days begin and end there. Korea's while the location itself is not known yet
/// @param locale of the location; null while it is not known
public record ReadContext(
        int side, long generation, ZoneId zone, @Nullable String locale, Completeness completeness) {

    /// KakaoPay's own zone.
    public static final ZoneId KOREA = ZoneId.of("Asia/Seoul");
}
