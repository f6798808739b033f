package com.coworkpay.reporting.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.PayableType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class CursorTest {

    private static final Filter FILTER = new Filter(
            LocalDate.of(2026, 1, 1), null, Set.of(), Set.of(PayableType.BOOKING), "p", null, null, 7L, null, null);

    @Property
    void comesBackAsItWas(
            @ForAll @LongRange(min = 0, max = 253_000_000_000L) long second,
            @ForAll @IntRange(max = 999_999) int micro,
            @ForAll long high,
            @ForAll long low) {
        Cursor cursor = new Cursor(Instant.ofEpochSecond(second, micro * 1000L), new UUID(high, low));
        assertThat(Cursor.decode(cursor.encode("gangnam", FILTER), "gangnam", FILTER))
                .contains(cursor);
    }

    @Property
    void whatWasChangedIsNoCursor(
            @ForAll @IntRange(max = 32) int at, @ForAll @IntRange(min = 1, max = 255) int change) {
        Cursor cursor = new Cursor(Instant.parse("2026-01-01T00:00:00Z"), new UUID(1, 2));
        byte[] bytes = Base64.getUrlDecoder().decode(cursor.encode("gangnam", FILTER));
        bytes[at] ^= (byte) change;
        assertThat(Cursor.decode(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), "gangnam", FILTER))
                .isEmpty();
    }

    @Property
    void anyTextIsNoCursorAndNoFault(@ForAll String text) {
        assertThat(Cursor.decode(text, "gangnam", FILTER)).isEmpty();
    }

    @Property(tries = 1)
    void ofAnotherQuestionIsRefused() {
        String cursor = new Cursor(Instant.EPOCH, new UUID(1, 2)).encode("gangnam", FILTER);
        assertThat(Cursor.decode(cursor, "gangnam", Filter.none())).isEmpty();
        assertThat(Cursor.decode(cursor, "busan", FILTER)).isEmpty();
    }
}
