package com.coworkpay.tools.local.portal;

import com.coworkpay.tools.local.ReadyMadeLocations;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/// `/portal/host`: what the administrator of a location does to many at once, and the orders of its shop.
final class HostPages {
    private static final String DAY = "day-";
    /// Instead of a choice for each: refunded together, once a person has confirmed the sum in the console.
    private static final String AS_BATCH = "BATCH";

    private final Store store;
    private final Bookings bookings;
    private final PortalPages pages;
    private final PortalForms forms;

    HostPages(Store store, Bookings bookings, PortalPages pages, PortalForms forms) {
        this.store = store;
        this.bookings = bookings;
        this.pages = pages;
        this.forms = forms;
    }

    void mount(Router router) {
        PortalPages.get(router, "/portal/host", screen -> show(screen, 200, ""));
        PortalPages.post(
                router, "/portal/host/event", screen -> cancelAll(screen, this::tickets, Event::eventCancelled));
        PortalPages.post(
                router,
                "/portal/host/day",
                screen -> cancelAll(
                        screen, this::days, (location, group, at) -> Event.dayClosed(location, dayOf(group), at)));
        PortalPages.post(router, "/portal/host/pack", this::pack);
    }

    /// Those who are cancelled together. What is public is called by the template.
    record Group(String id, String title, int count) {}

    private void show(Screen screen, int status, String alert) {
        var language = screen.language();
        var orders = open(screen.location()).stream()
                .filter(order -> order.offer() == Offer.BEANS && !order.packed())
                .toList();
        pages.show(
                screen,
                status,
                "host",
                Texts.HOST_TITLE.in(language),
                false,
                Map.of(
                        "alert",
                        alert,
                        "places",
                        screen.places(),
                        "events",
                        groups(
                                tickets(screen.location()),
                                same -> Offer.TICKET.title().in(language) + " · "
                                        + same.getFirst().slot().wording(language, Screen.ZONE)),
                        "days",
                        groups(days(screen.location()), same -> language.day(dateOf(same.getFirst()))),
                        "orders",
                        pages.untold(orders, language)));
    }

    private static List<Group> groups(Map<String, List<Order>> byId, Function<List<Order>, String> title) {
        return byId.entrySet().stream()
                .map(group -> new Group(
                        group.getKey(),
                        title.apply(group.getValue()),
                        group.getValue().size()))
                .toList();
    }

    private List<Order> open(String location) {
        return store.orders().stream()
                .filter(order -> order.location().equals(location) && !order.isCancelled())
                .toList();
    }

    private Map<String, List<Order>> tickets(String location) {
        return open(location).stream()
                .filter(order -> order.offer() == Offer.TICKET)
                .collect(Collectors.groupingBy(
                        order -> Offer.eventId(order.slot(), Screen.ZONE), TreeMap::new, Collectors.toList()));
    }

    private Map<String, List<Order>> days(String location) {
        return open(location).stream()
                .filter(order -> order.offer().isBooking() && order.slot().isKnown())
                .collect(Collectors.groupingBy(order -> DAY + dateOf(order), TreeMap::new, Collectors.toList()));
    }

    private static LocalDate dateOf(Order order) {
        var start = order.slot().startAt();
        return start == null
                ? Objects.requireNonNull(order.slot().day())
                : start.atZone(Screen.ZONE).toLocalDate();
    }

    /// The form says how many were shown: others than those are cancelled by nobody who has not seen them.
    private void cancelAll(Screen screen, Function<String, Map<String, List<Order>>> groups, Together together) {
        String location = screen.field("location");
        var group = groups.apply(location).getOrDefault(screen.field("group"), List.of());
        if (group.isEmpty() || !String.valueOf(group.size()).equals(screen.field("count"))) {
            show(screen, 409, Texts.CHANGED_MEANWHILE.in(screen.language()));
            return;
        }
        if (screen.field("refund").equals(AS_BATCH)) {
            var at = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            store.announceTogether(
                    group.stream().map(order -> cancelled(order, at)).toList(),
                    together.event(location, screen.field("group"), at));
        } else {
            var choice = new PortalForms.Choice(Member.ADMINISTRATOR, Cancellation.ADMIN, screen.field("refund"), 0);
            group.forEach(order -> forms.cancel(order.id(), choice));
        }
        bookings.announce();
        back(screen, location);
    }

    /// One event for all of a group.
    private interface Together {
        Event event(String location, String group, Instant at);
    }

    private static Order cancelled(Order order, Instant at) {
        return order.withCancellation(new Cancellation(
                "cancel-" + order.id() + "-" + (order.cancellations() + 1),
                at,
                Member.ADMINISTRATOR,
                Cancellation.ADMIN,
                null,
                0));
    }

    private static LocalDate dayOf(String group) {
        return LocalDate.parse(group.substring(DAY.length()));
    }

    private void pack(Screen screen) {
        var order = store.order(screen.field("order"))
                .filter(kept -> kept.offer() == Offer.BEANS && !kept.isCancelled() && !kept.packed());
        if (order.isEmpty()) {
            show(screen, 409, Texts.CHANGED_MEANWHILE.in(screen.language()));
            return;
        }
        store.change(order.get().id(), Order::withPacked);
        back(screen, order.get().location());
    }

    private static void back(Screen screen, String location) {
        screen.redirect("/portal/host?location="
                + (ReadyMadeLocations.TITLES.containsKey(location) ? location : screen.location()));
    }
}
