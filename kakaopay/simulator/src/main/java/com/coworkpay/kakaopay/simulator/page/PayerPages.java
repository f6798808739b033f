package com.coworkpay.kakaopay.simulator.page;

import com.coworkpay.kakaopay.simulator.CardCompany;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.kakaopay.simulator.engine.Engine;
import com.coworkpay.kakaopay.simulator.engine.Status;
import com.coworkpay.kakaopay.simulator.engine.Transaction;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import org.jspecify.annotations.Nullable;

/// What the payer sees at KakaoPay: `/pay/{key}/{pc|mobile|app}` and the form posts behind its buttons.
///
/// On success the browser goes to approval_url with `pg_token` added; on cancel_url and fail_url nothing is added.
public final class PayerPages {
    private final Engine engine;

    public PayerPages(Engine engine) {
        this.engine = engine;
    }

    public void mount(Router router) {
        BodyHandler body = BodyHandler.create(false).setBodyLimit(4096);
        router.get("/pay/:key/:device").handler(this::show);
        router.post("/pay/:key/confirm").handler(body).handler(this::confirm);
        router.post("/pay/:key/choose").handler(body).handler(this::choose);
        router.post("/pay/:key/wrong-password").handler(body).handler(this::wrongPassword);
        router.post("/pay/:key/quit").handler(body).handler(this::quit);
    }

    private void show(RoutingContext context) {
        Transaction transaction = engine.open(context.pathParam("key"));
        String device = context.pathParam("device");
        whenDurable(context, transaction, t -> PayerPage.send(context, engine, t, device));
    }

    private void confirm(RoutingContext context) {
        Choice choice = choice(context);
        if (choice == null) {
            badRequest(context);
            return;
        }
        Transaction transaction = engine.confirm(context.pathParam("key"), choice.method(), choice.card());
        whenDurable(context, transaction, t -> {
            if (t.status() == Status.AUTH_PASSWORD && t.pgToken() != null && engine.isPayable(t)) {
                redirect(context, withToken(t.terms().approvalUrl(), t.pgToken()));
            } else if (engine.isPayable(t)) {
                badRequest(context);
            } else {
                ended(context, t);
            }
        });
    }

    private void choose(RoutingContext context) {
        Choice choice = choice(context);
        if (choice == null) {
            badRequest(context);
            return;
        }
        Transaction transaction = engine.choose(context.pathParam("key"), choice.method(), choice.card());
        whenDurable(context, transaction, t -> again(context));
    }

    private void wrongPassword(RoutingContext context) {
        Transaction transaction = engine.wrongPassword(context.pathParam("key"));
        whenDurable(context, transaction, t -> {
            if (engine.isPayable(t)) {
                again(context);
            } else {
                ended(context, t);
            }
        });
    }

    private void quit(RoutingContext context) {
        Transaction transaction = engine.quit(context.pathParam("key"));
        whenDurable(context, transaction, t -> {
            if (t.status() == Status.QUIT_PAYMENT && !t.isExpired(engine.now())) {
                redirect(context, t.terms().cancelUrl());
            } else {
                ended(context, t);
            }
        });
    }

    /// A step on a payment that is over: paid ones are shown, all others lead to fail_url.
    private void ended(RoutingContext context, Transaction transaction) {
        if (transaction.status().isPaid()) {
            PayerPage.send(context, engine, transaction, "pc");
        } else {
            redirect(context, transaction.terms().failUrl());
        }
    }

    /// Back to the page, in the language it was in.
    private static void again(RoutingContext context) {
        String device = context.request().getFormAttribute("device");
        String page = "mobile".equals(device) || "app".equals(device) ? device : "pc";
        redirect(context, page + "?lang=" + Language.of(context).code());
    }

    private static void badRequest(RoutingContext context) {
        Pages.send(context, 400, Pages.page("not-allowed", Language.of(context), PageTexts.NOT_ALLOWED));
    }

    private static void redirect(RoutingContext context, String location) {
        context.response()
                .setStatusCode(303)
                .putHeader("Location", location)
                .putHeader("Cache-Control", "no-store")
                .putHeader("Referrer-Policy", "no-referrer")
                .end();
    }

    /// An existing query survives; a fragment stays at the end.
    static String withToken(String url, String token) {
        int fragment = url.indexOf('#');
        String base = fragment < 0 ? url : url.substring(0, fragment);
        String rest = fragment < 0 ? "" : url.substring(fragment);
        return base + (base.indexOf('?') < 0 ? "?" : "&") + "pg_token=" + token + rest;
    }

    private interface Shown {
        void with(Transaction transaction);
    }

    private void whenDurable(RoutingContext context, @Nullable Transaction transaction, Shown then) {
        if (transaction == null) {
            PayerPage.sendUnknown(context);
            return;
        }
        Context here = Vertx.currentContext();
        Future.fromCompletionStage(engine.durable(), here)
                .onSuccess(v -> then.with(transaction))
                .onFailure(context::fail);
    }

    private record Choice(Method method, @Nullable CardCompany card) {}

    private static @Nullable Choice choice(RoutingContext context) {
        String method = context.request().getFormAttribute("method");
        String card = context.request().getFormAttribute("card");
        if ("MONEY".equals(method)) {
            return new Choice(Method.MONEY, null);
        }
        for (CardCompany company : CardCompany.values()) {
            if ("CARD".equals(method) && company.name().equals(card)) {
                return new Choice(Method.CARD, company);
            }
        }
        return null;
    }
}
