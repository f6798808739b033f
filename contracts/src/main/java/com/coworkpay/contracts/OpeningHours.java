package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.EventData;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// When something is open: the windows of each weekday, and days that are closed in spite of them. Local times of the
/// location. A weekday without windows is closed. This file has the one JSON form.
///
/// @param weekly the windows of a weekday, earliest first
/// @param closedDays in their order
public record OpeningHours(Map<DayOfWeek, List<Window>> weekly, SequencedSet<LocalDate> closedDays) {

    public static final int MAX_WINDOWS = 10;
    public static final int MAX_CLOSED_DAYS = 1000;

    /// To the minute; `24:00` is the end of the day.
    public static final String TIME = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00";

    private static final Pattern TIMES = Pattern.compile(TIME);
    private static final Set<String> WEEKDAYS =
            Arrays.stream(DayOfWeek.values()).map(DayOfWeek::name).collect(Collectors.toUnmodifiableSet());
    private static final int END_OF_DAY = 24 * 60;

    /// @param opens minutes since midnight
    /// @param closes minutes since midnight, at most 24 hours
    public record Window(int opens, int closes) {
        /// @throws InvalidException for a time that is none, or windows that end before they begin
        public static Window of(String member, String opens, String closes) {
            int from = minutes(member + ".opens", opens);
            int until = minutes(member + ".closes", closes);
            if (until <= from) {
                throw new InvalidException(member + ".closes", "later than opens; split what goes over midnight");
            }
            return new Window(from, until);
        }

        private static int minutes(String member, String time) {
            if (!TIMES.matcher(time).matches()) {
                throw new InvalidException(
                        member, "a local time to the minute: 09:00, or 24:00 for the end of the day");
            }
            return Integer.parseInt(time.substring(0, 2)) * 60 + Integer.parseInt(time.substring(3));
        }

        public String opensText() {
            return text(opens);
        }

        public String closesText() {
            return text(closes);
        }

        public LocalTime opensAt() {
            return LocalTime.ofSecondOfDay(opens * 60L % (END_OF_DAY * 60L));
        }

        private static String text(int minutes) {
            return "%02d:%02d".formatted(minutes / 60, minutes % 60);
        }
    }

    /// What does not fit, by the member's name.
    public static final class InvalidException extends IllegalArgumentException {
        private final String member;
        private final String expected;

        public InvalidException(String member, String expected) {
            super(member + ": " + expected);
            this.member = member;
            this.expected = expected;
        }

        public String member() {
            return member;
        }

        public String expected() {
            return expected;
        }
    }

    /// @throws InvalidException for windows that overlap, or too many of them or of the days
    public OpeningHours {
        var ordered = new EnumMap<DayOfWeek, List<Window>>(DayOfWeek.class);
        weekly.forEach((weekday, windows) -> {
            if (!windows.isEmpty()) {
                ordered.put(weekday, inOrder(weekday, windows));
            }
        });
        weekly = Collections.unmodifiableMap(ordered);
        if (closedDays.size() > MAX_CLOSED_DAYS) {
            throw new InvalidException("closedDays", "at most " + MAX_CLOSED_DAYS);
        }
        closedDays = Collections.unmodifiableSequencedSet(new TreeSet<>(closedDays));
    }

    private static List<Window> inOrder(DayOfWeek weekday, List<Window> windows) {
        String member = "weekly." + weekday;
        if (windows.size() > MAX_WINDOWS) {
            throw new InvalidException(member, "at most " + MAX_WINDOWS + " windows");
        }
        var sorted =
                windows.stream().sorted(Comparator.comparingInt(Window::opens)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).opens() < sorted.get(i - 1).closes()) {
                throw new InvalidException(member, "windows that do not overlap");
            }
        }
        return sorted;
    }

    /// Empty on a closed day. The rest of a night that began the day before is no opening where the day has another.
    public Optional<LocalTime> opening(LocalDate day) {
        var windows = windows(day);
        boolean isRestOfNight = windows.size() > 1
                && windows.getFirst().opens() == 0
                && windows(day.minusDays(1)).stream().anyMatch(window -> window.closes() == END_OF_DAY);
        return windows.stream().skip(isRestOfNight ? 1 : 0).findFirst().map(Window::opensAt);
    }

    private List<Window> windows(LocalDate day) {
        return closedDays.contains(day) ? List.of() : weekly.getOrDefault(day.getDayOfWeek(), List.of());
    }

    /// @throws com.coworkpay.platform.outbox.UnreadableEventException for data that does not fit the contract
    static OpeningHours read(EventData hours) {
        EventData weekly = hours.object("weekly");
        for (String name : weekly.names()) {
            if (!WEEKDAYS.contains(name)) {
                throw weekly.unreadable(name, "a weekday: MONDAY to SUNDAY");
            }
        }
        var windows = new EnumMap<DayOfWeek, List<Window>>(DayOfWeek.class);
        for (DayOfWeek weekday : DayOfWeek.values()) {
            var ofDay = new ArrayList<Window>();
            for (EventData window : weekly.objectsOrNone(weekday.name(), MAX_WINDOWS)) {
                ofDay.add(Window.of(
                        "weekly." + weekday + "[" + ofDay.size() + "]", window.text("opens"), window.text("closes")));
            }
            windows.put(weekday, ofDay);
        }
        return new OpeningHours(windows, new TreeSet<>(hours.daysOrNone("closedDays", MAX_CLOSED_DAYS)));
    }

    /// Of what was stored.
    public static OpeningHours of(String json) {
        return read(EventData.of(EventJson.parse(json)));
    }

    @JsonValue
    public JsonNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode days = json.putObject("weekly");
        weekly.forEach((weekday, windows) -> {
            var array = days.putArray(weekday.name());
            windows.forEach(
                    window -> array.addObject().put("opens", window.opensText()).put("closes", window.closesText()));
        });
        var closed = json.putArray("closedDays");
        closedDays.forEach(day -> closed.add(day.toString()));
        return json;
    }
}
