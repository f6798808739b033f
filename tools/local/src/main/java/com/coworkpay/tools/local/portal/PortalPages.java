package com.coworkpay.tools.local.portal;

import com.coworkpay.tools.local.ReadyMadeLocations;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// `/portal`: what a member sees, books and cancels. Each page is whole without scripts; each form is answered by a
/// redirect, or by its page with what was wrong.
final class PortalPages {
    private static final int MAX_FORM_BYTES = 8 * 1024;
    private static final int MAX_SHOWN = 30;
    private static final String KEY = "[a-z0-9]{12,32}";
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("yyMMdd", Locale.ROOT);

    private final Store store;
    private final Suite suite;
    private final Bookings bookings;
    private final Checkouts checkouts;
    private final URI simulator;

    PortalPages(Store store, Suite suite, Bookings bookings, Checkouts checkouts, URI simulator) {
        this.store = store;
        this.suite = suite;
        this.bookings = bookings;
        this.checkouts = checkouts;
        this.simulator = simulator;
    }

    void mount(Router router) {
        router.post("/portal/*").handler(BodyHandler.create(false).setBodyLimit(MAX_FORM_BYTES));
        get(router, "/portal", this::shop);
        get(router, "/portal/bookings", this::list);
        get(router, "/portal/bookings/:order", this::one);
        get(router, "/portal/paid", this::returned);
        post(router, "/portal/member", PortalPages::choose);
        post(router, "/portal/bookings", this::book);
        post(router, "/portal/bookings/:order/pay", screen -> withOrder(screen, this::pay));
        post(router, "/portal/bookings/:order/cancel", screen -> withOrder(screen, this::cancel));
        post(router, "/portal/bookings/:order/move", screen -> withOrder(screen, this::move));
        post(router, "/portal/bookings/:order/restore", screen -> withOrder(screen, this::restore));
        new HostPages(store, bookings, this).mount(router);
    }

    static void get(Router router, String path, Consumer<Screen> page) {
        router.get(path).blockingHandler(context -> page.accept(new Screen(context)), false);
    }

    static void post(Router router, String path, Consumer<Screen> page) {
        router.post(path).blockingHandler(context -> page.accept(new Screen(context)), false);
    }

    // ---- pages

    private void shop(Screen screen) {
        shop(screen, 200, "");
    }

    private void shop(Screen screen, int status, String alert) {
        var offered = Suite.known(suite.paymentMethods(screen.location(), screen.language()));
        var now = Instant.now();
        show(
                screen,
                status,
                "shop",
                Texts.SHOP_TITLE.in(screen.language()),
                false,
                Map.of(
                        "alert", alert,
                        "places", screen.places(),
                        "notOffered", notOffered(offered, screen.language()),
                        "connect", "/console/" + screen.location() + "/kakaopay",
                        "offers",
                                Arrays.stream(Offer.values())
                                        .map(offer -> OfferView.of(offer, now, offered, screen.language()))
                                        .toList()));
    }

    /// Where no type is offered: why, in integration-service's words.
    private static String notOffered(Optional<JsonObject> methods, Language language) {
        return methods.map(answer -> answer.getJsonObject("byPayableType"))
                .filter(types -> types.fieldNames().stream()
                        .noneMatch(type -> types.getJsonObject(type).getBoolean("offered")))
                .map(types -> Texts.NOT_OFFERED.in(language) + ". " + OfferView.reasons(types.getJsonObject("BOOKING")))
                .orElse("");
    }

    record OfferView(
            String slug,
            String key,
            String title,
            String price,
            String policy,
            String takesPlace,
            String refused,
            String press,
            List<OrderView.WhenView> starts) {
        static OfferView of(Offer offer, Instant now, Optional<JsonObject> methods, Language language) {
            boolean chooses = !offer.starts().isEmpty();
            return new OfferView(
                    offer.slug(),
                    UUID.randomUUID().toString().replace("-", "").substring(0, 16),
                    offer.title().in(language),
                    language.won(offer.krw()),
                    offer.policyWording().in(language),
                    chooses ? "" : offer.slot(When.TOMORROW, now, Screen.ZONE).wording(language, Screen.ZONE),
                    methods.map(answer -> answer.getJsonObject("byPayableType"))
                            .map(types -> types.getJsonObject(offer.payableType()))
                            .filter(type -> !type.getBoolean("offered"))
                            .map(OfferView::reasons)
                            .orElse(""),
                    (offer.isReserved() ? Texts.BOOK : Texts.BUY).in(language),
                    OrderView.WhenView.of(offer, language));
        }

        private static String reasons(JsonObject availability) {
            return String.join(
                    " ",
                    availability.getJsonArray("reasons").stream()
                            .map(reason -> ((JsonObject) reason).getString("message"))
                            .toList());
        }
    }

    private void list(Screen screen) {
        var mine = store.orders().stream()
                .filter(order -> order.payer() == screen.member())
                .toList();
        var shown = views(mine.stream().limit(MAX_SHOWN).toList(), screen.language());
        var now = Instant.now();
        show(
                screen,
                200,
                "bookings",
                Texts.MY_BOOKINGS.in(screen.language()),
                shown.stream().anyMatch(order -> order.isMoving(now)),
                Map.of("orders", shown, "older", mine.size() > MAX_SHOWN));
    }

    private void one(Screen screen) {
        withOrder(screen, (at, order) -> one(at, order, 200, ""));
    }

    private void one(Screen screen, Order order, int status, String alert) {
        var view = views(List.of(order), screen.language()).getFirst();
        boolean owed = store.owed().isPresent();
        show(
                screen,
                status,
                "booking",
                view.status() + " – " + view.title(),
                owed || view.isMoving(Instant.now()),
                Map.of("alert", alert, "order", view, "owed", owed, "simulator", simulator));
    }

    /// What payment-service knows is asked once for each location and payer, the previews all at once.
    private List<OrderView> views(List<Order> orders, Language language) {
        var asked = new HashMap<String, Future<Optional<JsonObject>>>();
        orders.forEach(order -> asked.computeIfAbsent(
                order.location() + " " + order.payer(),
                key -> suite.payments(order.location(), order.payer(), language)));
        var paid = new HashMap<String, Future<Optional<JsonObject>>>();
        for (var order : orders) {
            var notified = order.notified().paid();
            if (notified != null && !order.isCancelled() && order.offer().isCancellable()) {
                paid.put(order.id(), suite.preview(order, notified.getString("paymentId"), language));
            }
        }
        var views = new ArrayList<OrderView>();
        for (var order : orders) {
            var preview = paid.get(order.id());
            var payments = asked.get(order.location() + " " + order.payer());
            views.add(new OrderView(
                    order,
                    language,
                    payments == null ? Optional.empty() : Suite.known(payments),
                    preview == null ? Optional.empty() : Suite.known(preview)));
        }
        return views;
    }

    List<OrderView> untold(List<Order> orders, Language language) {
        return orders.stream()
                .map(order -> new OrderView(order, language, Optional.empty(), Optional.empty()))
                .toList();
    }

    private void returned(Screen screen) {
        show(
                screen,
                200,
                "paid",
                Texts.RETURNED.in(screen.language()),
                false,
                Map.of("fields", screen.request().params().entries()));
    }

    void show(Screen screen, int status, String template, String title, boolean moving, Map<String, ?> data) {
        var all = new HashMap<String, Object>(data);
        all.put("people", screen.people());
        all.put("menu", screen.menu());
        all.put(
                "exchanges",
                store.exchanges().stream()
                        .map(exchange -> ExchangeView.of(exchange, screen.language()))
                        .toList());
        screen.show(status, template, title + " – " + Texts.PORTAL.in(screen.language()), moving, all);
    }

    record ExchangeView(
            String style, String badge, String title, String outcome, String at, String sent, String received) {
        static ExchangeView of(Exchange exchange, Language language) {
            return new ExchangeView(
                    exchange.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    Texts.valueOf("BADGE_" + exchange.kind()).in(language),
                    exchange.title(),
                    exchange.outcome(),
                    CLOCK.format(exchange.at().atZone(Screen.ZONE)),
                    exchange.sent(),
                    exchange.received());
        }
    }

    void notFound(RoutingContext context) {
        message(context, 404, Texts.NOT_FOUND);
    }

    void message(RoutingContext context, int status, Texts text) {
        var screen = new Screen(context);
        show(screen, status, "message", text.in(screen.language()), false, Map.of());
    }

    // ---- forms

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
            shop(screen, 400, Texts.NOT_POSSIBLE.in(screen.language()));
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
            case Checkouts.Made.Refused(var why) -> one(screen, order, 502, why);
        }
    }

    private void cancel(Screen screen, Order order) {
        boolean isAdministrator = screen.field("as").equals("administrator");
        String refund = isAdministrator ? screen.field("refund") : "";
        var amount = amount(screen.field("amountKrw"));
        if (refund.equals("AMOUNT") && amount.isEmpty()) {
            one(screen, order, 400, Texts.WRONG_AMOUNT.in(screen.language()));
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
            one(screen, store.order(order.id()).orElse(order), 409, Texts.CHANGED_MEANWHILE.in(screen.language()));
        }
    }

    private interface WithOrder {
        void answer(Screen screen, Order order);
    }

    private void withOrder(Screen screen, WithOrder answer) {
        store.order(screen.path("order"))
                .ifPresentOrElse(
                        order -> answer.answer(screen, order),
                        () -> show(screen, 404, "message", Texts.NOT_FOUND.in(screen.language()), false, Map.of()));
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
