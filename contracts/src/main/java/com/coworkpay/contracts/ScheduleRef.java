package com.coworkpay.contracts;

import com.coworkpay.platform.outbox.EventData;
import org.jspecify.annotations.Nullable;

/// One of a location's schedules: the default one, the one of the public, or that of a resource.
///
/// @param resourceType with [Kind#RESOURCE] alone, and so is the id
public record ScheduleRef(
        Kind kind,
        @Nullable ResourceType resourceType,
        @Nullable String resourceId) {

    public static final ScheduleRef DEFAULT = new ScheduleRef(Kind.DEFAULT, null, null);
    public static final ScheduleRef PUBLIC = new ScheduleRef(Kind.PUBLIC, null, null);

    public enum Kind {
        /// For members and administrators, and for all where there is no public one.
        DEFAULT,
        /// For nonmembers and network members.
        PUBLIC,
        /// A resource's own: wins over both.
        RESOURCE
    }

    public static ScheduleRef ofResource(ResourceType type, String id) {
        return new ScheduleRef(Kind.RESOURCE, type, id);
    }

    static ScheduleRef read(EventData data) {
        EventData schedule = data.object("schedule");
        return switch (schedule.enumValue("kind", Kind.class)) {
            case DEFAULT -> DEFAULT;
            case PUBLIC -> PUBLIC;
            case RESOURCE ->
                ofResource(schedule.enumValue("resourceType", ResourceType.class), schedule.id("resourceId"));
        };
    }
}
