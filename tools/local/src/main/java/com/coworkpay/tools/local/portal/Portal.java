package com.coworkpay.tools.local.portal;

import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.Pages;
import com.coworkpay.tools.local.TokenClient;
import com.coworkpay.tools.local.load.Bearer;
import com.coworkpay.tools.local.stack.Secrets;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/// The stand-in for the coworking portal and its booking system, and the landing page, behind the front door of one
/// machine: it is a caller like any other, with the machine token of the portal and the booking system's topics. It has
/// no sign-in, and must never be reached from elsewhere.
public final class Portal implements AutoCloseable {
    private final Bookings bookings;
    private final ExecutorService asking;
    private final Router router;

    private Portal(Bookings bookings, ExecutorService asking, Router router) {
        this.bookings = bookings;
        this.asking = asking;
        this.router = router;
    }

    /// Where the others are.
    ///
    /// @param kafka bootstrap servers
    /// @param state the file in which all of it is kept
    public record Settings(URI frontDoor, URI issuer, URI simulator, String kafka, Path state) {}

    public static Portal start(Vertx vertx, Settings settings, Secrets secrets) {
        var asking = Executors.newVirtualThreadPerTaskExecutor();
        var callers = new TokenClient(new Http(), settings.issuer(), secrets);
        var store = Store.kept(settings.state());
        var bookings = Bookings.start(settings.kafka(), store);
        var suite = new Suite(settings.frontDoor(), new Bearer(() -> callers.machine("portal")), store, asking);
        var pages = new PortalPages(
                store, suite, bookings, new Checkouts(suite, store, settings.frontDoor()), settings.simulator());
        var administrator = new Bearer(() -> callers.person(Member.ADMINISTRATOR, ""));
        var steps = new FirstSteps(settings.frontDoor(), settings.simulator(), administrator, asking);

        var router = Router.router(vertx);
        router.route().handler(SafeRequests::check);
        router.get("/portal/live.js").handler(context -> context.response()
                .putHeader("content-type", "text/javascript; charset=utf-8")
                .end(Pages.resource("portal/live.js")));
        new Landing(steps, settings.issuer(), settings.simulator()).mount(router);
        pages.mount(router);
        router.route().blockingHandler(pages::notFound, false);
        router.errorHandler(403, context -> pages.message(context, 403, Texts.OTHER_SITE));
        router.errorHandler(500, context -> pages.message(context, 500, Texts.FAILED));
        return new Portal(bookings, asking, router);
    }

    /// For the front door: `/`, `/portal` and all below it.
    public Handler<HttpServerRequest> handler() {
        return router;
    }

    @Override
    public void close() {
        bookings.close();
        asking.shutdownNow();
    }
}
