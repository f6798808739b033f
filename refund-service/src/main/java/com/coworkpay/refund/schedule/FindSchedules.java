package com.coworkpay.refund.schedule;

import com.coworkpay.contracts.ResourceType;
import com.coworkpay.contracts.ScheduleRef;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Pages of a location's schedules and of their versions.
@ApplicationScoped
class FindSchedules {

    private static final String SEPARATOR = "\n";

    private final ScheduleStore store;

    FindSchedules(ScheduleStore store) {
        this.store = store;
    }

    Uni<SchedulePageResponse> all(String locationId, @Nullable String cursor, int limit) {
        String question = PageCursor.question("schedules", locationId);
        return store.latest(locationId, after(cursor, question), limit + 1)
                .map(found -> page(found, limit, last -> place(last.schedule()), question));
    }

    Uni<SchedulePageResponse> versions(String locationId, ScheduleRef schedule, @Nullable String cursor, int limit) {
        String question = PageCursor.question("versions of a schedule", locationId, place(schedule));
        Integer before = cursor == null ? null : version(read(cursor, question));
        return store.versions(locationId, schedule, before, limit + 1)
                .map(found -> page(found, limit, last -> String.valueOf(last.version()), question));
    }

    private static SchedulePageResponse page(
            List<StoredSchedule> found, int limit, Function<StoredSchedule, String> place, String question) {
        var shown = found.subList(0, Math.min(limit, found.size()));
        return new SchedulePageResponse(
                shown.stream().map(ScheduleResponse::of).toList(),
                found.size() > limit
                        ? PageCursor.write(place.apply(shown.getLast()).getBytes(StandardCharsets.UTF_8), question)
                        : null);
    }

    private static String place(ScheduleRef schedule) {
        var type = schedule.resourceType();
        return schedule.kind()
                + SEPARATOR
                + (type == null ? "" : type)
                + SEPARATOR
                + (type == null ? "" : schedule.resourceId());
    }

    private static @Nullable ScheduleRef after(@Nullable String cursor, String question) {
        if (cursor == null) {
            return null;
        }
        // A resource's id may have any letters in it.
        var parts = read(cursor, question).split(SEPARATOR, 3);
        try {
            return new ScheduleRef(
                    ScheduleRef.Kind.valueOf(parts[0]),
                    parts[1].isEmpty() ? null : ResourceType.valueOf(parts[1]),
                    parts[2].isEmpty() ? null : parts[2]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException none) {
            throw invalid();
        }
    }

    private static Integer version(String place) {
        try {
            return Integer.valueOf(place);
        } catch (NumberFormatException none) {
            throw invalid();
        }
    }

    private static String read(String cursor, String question) {
        return new String(PageCursor.read(cursor, question), StandardCharsets.UTF_8);
    }

    private static ProblemException invalid() {
        return ProblemException.of(CommonProblem.INVALID_CURSOR).field("cursor");
    }
}
