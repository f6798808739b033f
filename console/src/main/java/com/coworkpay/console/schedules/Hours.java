package com.coworkpay.console.schedules;

import com.coworkpay.console.client.Schedule;
import com.coworkpay.console.client.Typed;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The form of one schedule, as it is typed: for each weekday `09:00-12:00, 13:00-18:00`, nothing where it is closed.
///
/// @param weekly by weekday
/// @param closedDays one a line
/// @param wrong the fields that are no hours and no days
public record Hours(
        String kind,
        String resourceType,
        String resourceId,
        String validFrom,
        Map<String, String> weekly,
        String closedDays,
        Set<String> wrong) {

    static final List<String> WEEKDAYS =
            List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY");

    private static final List<String> KINDS = List.of("DEFAULT", "PUBLIC", "RESOURCE");
    private static final Pattern WINDOW = Pattern.compile("([0-9]{1,2}:[0-9]{2})\\s*[-–~]\\s*([0-9]{1,2}:[0-9]{2})");

    static Hours of(@Nullable String kind, @Nullable String resourceType, @Nullable String resourceId) {
        String known = KINDS.contains(Typed.text(kind)) ? Typed.text(kind) : "DEFAULT";
        boolean isOfResource = known.equals("RESOURCE");
        return new Hours(
                known,
                isOfResource ? Typed.text(resourceType) : "",
                isOfResource ? Typed.text(resourceId) : "",
                "",
                Map.of(),
                "",
                Set.of());
    }

    static Hours typed(MultivaluedMap<String, String> form) {
        Hours empty = of(form.getFirst("kind"), form.getFirst("resourceType"), form.getFirst("resourceId"));
        Map<String, String> weekly = WEEKDAYS.stream()
                .collect(Collectors.toMap(weekday -> weekday, weekday -> Typed.text(form.getFirst(weekday))));
        Hours typed = new Hours(
                empty.kind,
                empty.resourceType,
                empty.resourceId,
                Typed.text(form.getFirst("validFrom")),
                weekly,
                Typed.text(form.getFirst("closedDays")),
                Set.of());
        Set<String> wrong = new HashSet<>();
        weekly.forEach((weekday, text) -> {
            if (!windowsFit(text)) {
                wrong.add(weekday);
            }
        });
        if (!typed.days().stream().allMatch(day -> day.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}"))) {
            wrong.add("closedDays");
        }
        if (typed.validFrom.isEmpty()) {
            wrong.add("validFrom");
        }
        if (!typed.isComplete()) {
            wrong.add("resourceId");
        }
        return new Hours(
                typed.kind,
                typed.resourceType,
                typed.resourceId,
                typed.validFrom,
                weekly,
                typed.closedDays,
                Set.copyOf(wrong));
    }

    /// The newest version, to be changed from that day on.
    Hours as(Schedule.Page stored, LocalDate today) {
        if (stored.schedules().isEmpty()) {
            return from(today.toString());
        }
        Schedule newest = stored.schedules().getFirst();
        List<LocalDate> closed = newest.closedDays();
        return new Hours(
                kind,
                resourceType,
                resourceId,
                today.toString(),
                WEEKDAYS.stream().collect(Collectors.toMap(weekday -> weekday, newest::windows)),
                closed == null ? "" : closed.stream().map(LocalDate::toString).collect(Collectors.joining("\n")),
                Set.of());
    }

    Hours from(String day) {
        return new Hours(kind, resourceType, resourceId, day, weekly, closedDays, wrong);
    }

    public boolean isOfResource() {
        return kind.equals("RESOURCE");
    }

    /// It says which schedule it is of.
    public boolean isComplete() {
        return !isOfResource() || (!resourceType.isEmpty() && !resourceId.isEmpty());
    }

    public String of(String weekday) {
        return weekly.getOrDefault(weekday, "");
    }

    @Nullable
    String typeOrNull() {
        return Typed.orNull(resourceType);
    }

    @Nullable
    String idOrNull() {
        return Typed.orNull(resourceId);
    }

    Schedule.Change change() {
        Map<String, List<Schedule.Window>> windows = new LinkedHashMap<>();
        WEEKDAYS.forEach(weekday -> windows.put(weekday, windows(of(weekday))));
        return new Schedule.Change(validFrom, windows, days());
    }

    private List<String> days() {
        return Arrays.stream(closedDays.split("[\\s,]+"))
                .filter(day -> !day.isEmpty())
                .toList();
    }

    private static boolean windowsFit(String text) {
        return text.isEmpty()
                || Arrays.stream(text.split(","))
                        .allMatch(window -> WINDOW.matcher(window.strip()).matches());
    }

    private static List<Schedule.Window> windows(String text) {
        List<Schedule.Window> windows = new ArrayList<>();
        Matcher window = WINDOW.matcher(text);
        while (window.find()) {
            windows.add(new Schedule.Window(twoDigits(window.group(1)), twoDigits(window.group(2))));
        }
        return windows;
    }

    /// People write `9:00`.
    private static String twoDigits(String time) {
        return time.length() == 4 ? "0" + time : time;
    }
}
