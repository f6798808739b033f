package com.coworkpay.refund.policy.domain;

import com.coworkpay.contracts.OpeningHours;
import com.coworkpay.contracts.ResourceType;
import com.coworkpay.contracts.Role;
import com.coworkpay.contracts.ScheduleRef;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A full-day booking, and the rule of when it begins: the opening time of that day. A resource's own schedule wins;
/// else the owner's role picks the public or the default one. All that a schedule and a zone make of a day is here.
///
/// @param shownAt when the start was shown: the payment began, the booking was moved or cancelled. Later changes of the
///     hours do not count
/// @param ownerRole as the payment was stored
/// @param resourceType as the payment was stored, and so is the id
public record FullDay(
        LocalDate day,
        Instant shownAt,
        String ownerRole,
        @Nullable String resourceType,
        @Nullable String resourceId) {

    /// The latest first day counts; of one first day, what was set last.
    private static final Comparator<ScheduleVersion> NEWEST = Comparator.comparing(ScheduleVersion::validFrom)
            .thenComparing(ScheduleVersion::changedAt)
            .thenComparingInt(ScheduleVersion::version);

    /// Of those that were set too late to be shown, what was set first.
    private static final Comparator<ScheduleVersion> FIRST_SET = Comparator.comparing(ScheduleVersion::validFrom)
            .thenComparing(ScheduleVersion::changedAt, Comparator.reverseOrder())
            .thenComparing(ScheduleVersion::version, Comparator.reverseOrder());

    /// Empty while no schedule is known that says when that day begins, and the location has not said that it has none;
    /// and for a role or a kind of resource that this process does not know. What was set by then comes first,
    /// whatever
    /// schedule it is of. Only where nothing was, what was set later counts: a location may set its hours after its
    /// first payments.
    ///
    /// @param versions of this location: the default and the public schedule and that of the resource
    public Optional<Start> start(ZoneId zone, List<ScheduleVersion> versions, Start.From from) {
        if (!isKnown()) {
            return Optional.empty();
        }
        var ofDay = versions.stream()
                .filter(version -> !version.validFrom().isAfter(day))
                .toList();
        var shown = ofDay.stream()
                .filter(version -> !version.changedAt().isAfter(shownAt))
                .toList();
        return version(shown, NEWEST).or(() -> version(ofDay, FIRST_SET)).map(version -> start(zone, version, from));
    }

    private Optional<ScheduleVersion> version(List<ScheduleVersion> versions, Comparator<ScheduleVersion> order) {
        return candidates()
                .map(schedule -> versions.stream()
                        .filter(version -> version.schedule().equals(schedule))
                        .max(order))
                .flatMap(Optional::stream)
                .filter(version -> version.hours() != null || version.schedule().equals(ScheduleRef.DEFAULT))
                .findFirst();
    }

    private boolean isKnown() {
        return Arrays.stream(Role.values()).map(Role::name).anyMatch(ownerRole::equals)
                && (resourceType == null
                        || Arrays.stream(ResourceType.values())
                                .map(ResourceType::name)
                                .anyMatch(resourceType::equals));
    }

    private Stream<ScheduleRef> candidates() {
        return Stream.of(
                        resource(),
                        isOfThePublic() ? Stream.of(ScheduleRef.PUBLIC) : Stream.<ScheduleRef>empty(),
                        Stream.of(ScheduleRef.DEFAULT))
                .flatMap(schedules -> schedules);
    }

    private Stream<ScheduleRef> resource() {
        return Arrays.stream(ResourceType.values())
                .filter(type -> type.name().equals(resourceType) && resourceId != null)
                .map(type -> ScheduleRef.ofResource(type, String.valueOf(resourceId)));
    }

    private boolean isOfThePublic() {
        return ownerRole.equals(Role.NONMEMBER.name()) || ownerRole.equals(Role.NETWORK_MEMBER.name());
    }

    private Start start(ZoneId zone, ScheduleVersion version, Start.From from) {
        OpeningHours hours = version.hours();
        Optional<LocalTime> opening = hours == null ? Optional.empty() : hours.opening(day);
        var source = hours == null
                ? Start.Source.NO_SCHEDULE
                : opening.isPresent() ? Start.Source.OPENING_TIME : Start.Source.CLOSED_DAY;
        return new Start(
                opening.map(time -> at(time, zone)).orElseGet(() -> firstMoment(day, zone)),
                day,
                source,
                from,
                version.name());
    }

    /// A time that the clocks skip that day is as much later as they skip; of one that comes twice the earlier.
    private Instant at(LocalTime time, ZoneId zone) {
        return day.atTime(time).atZone(zone).toInstant();
    }

    /// Where the clocks skip midnight that day, the first moment after it; where it comes twice, the earlier one.
    static Instant firstMoment(LocalDate day, ZoneId zone) {
        return day.atStartOfDay(zone).toInstant();
    }
}
