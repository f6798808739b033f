package com.coworkpay.tools.local.portal;

import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/// `/portal`: what a member sees. Each page is whole without scripts.
final class PortalPages {
    private static final int MAX_FORM_BYTES = 8 * 1024;
    private static final int MAX_SHOWN = 30;

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
        var forms = new PortalForms(store, bookings, checkouts, this);
        forms.mount(router);
        new HostPages(store, bookings, this, forms).mount(router);
    }

    static void get(Router router, String path, Consumer<Screen> page) {
        router.get(path).blockingHandler(context -> page.accept(new Screen(context)), false);
    }

    static void post(Router router, String path, Consumer<Screen> page) {
        router.post(path).blockingHandler(context -> page.accept(new Screen(context)), false);
    }

    private void shop(Screen screen) {
        shop(screen, 200, "");
    }

    void shop(Screen screen, int status, String alert) {
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

    void one(Screen screen, Order order, int status, String alert) {
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

    void notFound(RoutingContext context) {
        message(context, 404, Texts.NOT_FOUND);
    }

    void message(RoutingContext context, int status, Texts text) {
        var screen = new Screen(context);
        show(screen, status, "message", text.in(screen.language()), false, Map.of());
    }

    interface WithOrder {
        void answer(Screen screen, Order order);
    }

    void withOrder(Screen screen, WithOrder answer) {
        store.order(screen.path("order"))
                .ifPresentOrElse(
                        order -> answer.answer(screen, order),
                        () -> show(screen, 404, "message", Texts.NOT_FOUND.in(screen.language()), false, Map.of()));
    }
}
