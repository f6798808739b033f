package com.coworkpay.refund.cancellation;

import com.coworkpay.contracts.PayableRef;
import com.coworkpay.contracts.ScheduleRef;
import com.coworkpay.contracts.TimeZones;
import com.coworkpay.refund.cancellation.FullDayStartStore.ResolvedDay;
import com.coworkpay.refund.cancellation.FullDayStartStore.UnresolvedDay;
import com.coworkpay.refund.cancellation.FullDayStartStore.Waiting;
import com.coworkpay.refund.policy.domain.ScheduleVersion;
import com.coworkpay.refund.policy.domain.Start;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Gives full-day bookings their start, once, by the opening hours that were shown. Called after the commit of each
/// fact
/// that may complete it: the payment, the move, the cancellation, the location, the schedule. A day whose hours or zone
/// are not known waits for them: it is no midnight.
@ApplicationScoped
public class ResolveStarts {

    private final FullDayStartStore rows;

    ResolveStarts(FullDayStartStore rows) {
        this.rows = rows;
    }

    public Uni<Void> of(Collection<PayableRef> payables) {
        return payables.isEmpty()
                ? Uni.createFrom().voidItem()
                : rows.ofPayables(payables).chain(this::resolve);
    }

    /// Those of a location that wait, a page after the other.
    ///
    /// @param schedule for which a change of this schedule may matter; absent: all
    /// @param decide what waited and may be decided now: until it was, it is not forgotten
    public Uni<Void> waitingAt(
            String locationId, @Nullable ScheduleRef schedule, Function<List<PayableRef>, Uni<Void>> decide) {
        return pages(after -> rows.waitingFor(locationId, schedule, after), null, decide);
    }

    /// Those everywhere for which a cancellation waits, and what a process that ended left behind.
    ///
    /// @param decide as above
    public Uni<Void> leftBehind(Function<List<PayableRef>, Uni<Void>> decide) {
        return pages(rows::leftBehind, null, decide);
    }

    public Uni<Long> countBlocked() {
        return rows.countBlocked();
    }

    private Uni<Void> pages(
            Function<@Nullable UUID, Uni<List<Waiting>>> read,
            @Nullable UUID after,
            Function<List<PayableRef>, Uni<Void>> decide) {
        return read.apply(after).chain(page -> {
            if (page.isEmpty()) {
                return Uni.createFrom().voidItem();
            }
            var payments = page.stream().map(Waiting::paymentId).collect(Collectors.toSet());
            return rows.ofPayments(payments)
                    .chain(days -> resolve(days, payments))
                    .chain(() ->
                            decide.apply(page.stream().map(Waiting::payable).toList()))
                    .chain(() -> rows.forget(payments))
                    .chain(() -> FullDayStartStore.isFull(page)
                            ? pages(read, page.getLast().paymentId(), decide)
                            : Uni.createFrom().voidItem());
        });
    }

    private Uni<Void> resolve(List<UnresolvedDay> days) {
        return days.isEmpty() ? Uni.createFrom().voidItem() : resolve(days, Set.of());
    }

    /// @param asked payments that wait; with nothing left to resolve they wait no more
    private Uni<Void> resolve(List<UnresolvedDay> days, Set<UUID> asked) {
        return rows.schedules(days).chain(schedules -> {
            var resolved = new ArrayList<ResolvedDay>();
            var waiting = new HashSet<UUID>();
            for (UnresolvedDay day : days) {
                start(day, schedules)
                        .ifPresentOrElse(
                                start -> resolved.add(new ResolvedDay(day, start)), () -> waiting.add(day.paymentId()));
            }
            var over = new HashSet<>(asked);
            days.forEach(day -> over.add(day.paymentId()));
            over.removeAll(waiting);
            return rows.store(resolved, waiting, over);
        });
    }

    private static Optional<Start> start(UnresolvedDay unresolved, Map<String, List<ScheduleVersion>> schedules) {
        return Optional.ofNullable(unresolved.timezone())
                .flatMap(TimeZones::find)
                .flatMap(zone -> unresolved
                        .day()
                        .start(zone, schedules.getOrDefault(unresolved.locationId(), List.of()), Start.From.PAYMENT));
    }
}
