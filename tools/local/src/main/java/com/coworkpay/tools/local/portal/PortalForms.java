package com.coworkpay.tools.local.portal;

import com.coworkpay.tools.local.ReadyMadeLocations;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.Router;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/// What a member books, pays, cancels and moves in `/portal`. Each form is answered by a redirect, or by its page with
/// what was wrong.
final class PortalForms {
    private static final String KEY = "[a-z0-9]{12,32}";
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private final Store store;
    private final Bookings bookings;
    private final Checkouts checkouts;
    private final PortalPages pages;

    PortalForms(Store store, Bookings bookings, Checkouts checkouts, PortalPages pages) {
        this.store = store;
        this.bookings = bookings;
        this.checkouts = checkouts;
        this.pages = pages;
    }

    void mount(Router router) {
        PortalPages.post(router, "/portal/member", PortalForms::choose);
        PortalPages.post(router, "/portal/bookings", this::book);
        PortalPages.post(router, "/portal/bookings/:order/pay", screen -> pages.withOrder(screen, this::pay));
        PortalPages.post(router, "/portal/bookings/:order/cancel", screen -> pages.withOrder(screen, this::cancel));
        PortalPages.post(router, "/portal/bookings/:order/move", screen -> pages.withOrder(screen, this::move));
        PortalPages.post(router, "/portal/bookings/:order/restore", screen -> pages.withOrder(screen, this::restore));
    }

    private static void choose(Screen screen) {
        screen.request()
                .response()
                .addCookie(Cookie.cookie(
                                Screen.MEMBER_COOKIE,
                                Member.of(screen.field("member")).id())
                        .setPath("/portal")
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX));
        screen.redirect(Screen.ownAddress(screen.field("back")));
    }

    /// The form has its key from when it was shown: pressed twice it books once.
    private void book(Screen screen) {
        var offer = Offer.of(screen.field("offer"));
        var when = when(screen.field("when"));
        String key = screen.field("key");
        String location = screen.field("location");
        if (offer.isEmpty()
                || !key.matches(KEY)
                || !ReadyMadeLocations.TITLES.containsKey(location)
                || (when.isEmpty() && !offer.get().starts().isEmpty())) {
            pages.shop(screen, 400, Texts.NOT_POSSIBLE.in(screen.language()));
            return;
        }
        var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String id = offer.get().slug() + "-" + DATE.format(ZonedDateTime.ofInstant(now, Screen.ZONE)) + "-" + key;
        var order = store.keep(Order.of(
                id,
                offer.get(),
                location,
                screen.member(),
                offer.get().title().in(screen.language()),
                offer.get().slot(when.orElse(When.TOMORROW), now, Screen.ZONE),
                now));
        pay(screen, order);
    }

    private void pay(Screen screen, Order order) {
        switch (checkouts.of(order, screen.language())) {
            case Checkouts.Made.At(var url) -> screen.redirect(url);
            case Checkouts.Made.Refused(var why) -> pages.one(screen, order, 502, why);
        }
    }

    private void cancel(Screen screen, Order order) {
        boolean isAdministrator = screen.field("as").equals("administrator");
        String refund = isAdministrator ? screen.field("refund") : "";
        var amount = amount(screen.field("amountKrw"));
        if (refund.equals("AMOUNT") && amount.isEmpty()) {
            pages.one(screen, order, 400, Texts.WRONG_AMOUNT.in(screen.language()));
            return;
        }
        var choice = isAdministrator
                ? new Choice(Member.ADMINISTRATOR, Cancellation.ADMIN, refund, amount.orElse(0))
                : new Choice(order.payer().id(), Cancellation.MEMBER, "", 0);
        answerNotified(screen, order, cancel(order.id(), choice));
    }

    /// Who cancels, and what they choose; an empty refund is no choice.
    record Choice(String by, String role, String refund, long amountKrw) {}

    /// @return whether there was something to cancel
    boolean cancel(String id, Choice choice) {
        return store.announce(id, order -> {
            if (order.isCancelled() || !order.offer().isCancellable()) {
                return null;
            }
            var cancelled = order.withCancellation(new Cancellation(
                    "cancel-" + order.id() + "-" + (order.cancellations() + 1),
                    Instant.now().truncatedTo(ChronoUnit.MILLIS),
                    choice.by(),
                    choice.role(),
                    List.of("FULL", "NONE", "AMOUNT").contains(choice.refund()) ? choice.refund() : null,
                    choice.amountKrw()));
            return new Store.Change(cancelled, Event.cancelled(cancelled));
        });
    }

    private void move(Screen screen, Order order) {
        var when = when(screen.field("when"));
        boolean moved = when.isPresent()
                && order.offer().starts().contains(when.get())
                && store.announce(order.id(), kept -> {
                    if (kept.isCancelled() || !kept.offer().isBooking()) {
                        return null;
                    }
                    var now = Instant.now();
                    var elsewhere = kept.withSlot(kept.offer().slot(when.get(), now, Screen.ZONE));
                    return new Store.Change(elsewhere, Event.moved(elsewhere, now));
                });
        answerNotified(screen, order, moved);
    }

    private void restore(Screen screen, Order order) {
        answerNotified(
                screen,
                order,
                store.announce(
                        order.id(),
                        kept -> kept.isCancelled()
                                ? new Store.Change(kept.restored(), Event.restored(kept, Instant.now()))
                                : null));
    }

    private void answerNotified(Screen screen, Order order, boolean changed) {
        if (changed) {
            bookings.announce();
            screen.redirect("/portal/bookings/" + order.id() + "?location=" + order.location());
        } else {
            pages.one(
                    screen, store.order(order.id()).orElse(order), 409, Texts.CHANGED_MEANWHILE.in(screen.language()));
        }
    }

    private static Optional<When> when(String name) {
        return Arrays.stream(When.values())
                .filter(when -> when.name().equals(name))
                .findFirst();
    }

    /// Digits, with the separators that people type.
    static OptionalLong amount(String text) {
        String digits = text.replaceAll("[,\\s원₩]", "");
        return digits.matches("[0-9]{1,12}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }
}
