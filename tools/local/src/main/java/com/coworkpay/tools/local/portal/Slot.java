package com.coworkpay.tools.local.portal;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/// When what is paid for takes place: a moment, a whole day at the location, or never (both null).
record Slot(@Nullable Instant startAt, @Nullable LocalDate day) {
    static final Slot NONE = new Slot(null, null);

    boolean isKnown() {
        return startAt != null || day != null;
    }

    /// As payables and events name it.
    void putInto(JsonObject json) {
        if (startAt != null) {
            json.put("startAt", startAt.toString());
        } else if (day != null) {
            json.put("day", day.toString());
        }
    }

    static Slot of(JsonObject json) {
        String start = json.getString("startAt");
        String day = json.getString("day");
        return new Slot(start == null ? null : Instant.parse(start), day == null ? null : LocalDate.parse(day));
    }

    /// @param at the moment as refund-service has it; of a whole day, when it opens
    /// @param wholeDay of a whole day
    boolean isSameAs(@Nullable String at, @Nullable String wholeDay) {
        return startAt != null
                ? at != null && startAt.equals(Instant.parse(at))
                : day == null || day.toString().equals(wholeDay);
    }

    String wording(Language language, ZoneId zone) {
        if (startAt != null) {
            return language.time(startAt, zone);
        }
        return day == null ? "" : language.day(day);
    }
}
