package com.coworkpay.kakaopay.simulator.page;

import com.coworkpay.kakaopay.simulator.Call;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.kakaopay.simulator.RandomFault;
import com.coworkpay.kakaopay.simulator.engine.Engine;
import com.coworkpay.kakaopay.simulator.engine.KoreanTime;
import com.coworkpay.kakaopay.simulator.engine.Transaction;
import com.coworkpay.kakaopay.simulator.fault.CallLog;
import com.coworkpay.kakaopay.simulator.fault.Faults;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// `/faults`: what is to go wrong at KakaoPay, and its clock, for people; programs use `/control/…`.
public final class FaultsPage {
    private static final int MAX_FORM_BYTES = 2_048;
    private static final int SHOWN_CALLS = 10;
    private static final int SHOWN_PAYMENTS = 10;
    private static final long SEED = 20_261_130;
    private static final int ONE_IN_TEN = 100;
    private static final List<Duration> STEPS =
            List.of(Duration.ofMinutes(16), Duration.ofDays(1), Duration.ofDays(366));

    private final Engine engine;
    private final Faults faults;
    private final CallLog log;

    public FaultsPage(Engine engine, Faults faults, CallLog log) {
        this.engine = engine;
        this.faults = faults;
        this.log = log;
    }

    public void mount(Router router) {
        router.get("/faults").handler(this::show);
        router.post("/faults/*").handler(BodyHandler.create(false).setBodyLimit(MAX_FORM_BYTES));
        router.post("/faults/*").handler(FaultsPage::onlyFromHere);
        router.post("/faults/add").handler(this::add);
        router.post("/faults/random").handler(this::random);
        router.post("/faults/clear").handler(this::clear);
        router.post("/faults/clock").handler(this::moveClock);
    }

    /// Browsers say by one of these headers where a form is; another site's is not taken.
    private static void onlyFromHere(RoutingContext context) {
        HttpServerRequest request = context.request();
        String site = request.getHeader("Sec-Fetch-Site");
        boolean isFromHere = site == null
                ? ("http://" + request.authority()).equals(request.getHeader("Origin"))
                : site.equals("same-origin");
        if (isFromHere) {
            context.next();
        } else {
            context.response().setStatusCode(403).end();
        }
    }

    // ---- forms

    private void add(RoutingContext context) {
        Preset preset = Preset.of(field(context, "fault")).orElse(null);
        if (preset == null) {
            context.response().setStatusCode(400).end();
            return;
        }
        faults.add(preset.fault());
        again(context);
    }

    private void random(RoutingContext context) {
        faults.random(
                SEED,
                Stream.of(FaultKind.NO_ANSWER_BEFORE, FaultKind.RESET_AFTER, FaultKind.STATUS_BEFORE)
                        .map(kind -> RandomFault.of(kind, ONE_IN_TEN))
                        .toList());
        again(context);
    }

    private void clear(RoutingContext context) {
        faults.clear();
        again(context);
    }

    private void moveClock(RoutingContext context) {
        Duration forward = STEPS.stream()
                .filter(step -> step.toString().equals(field(context, "forward")))
                .findFirst()
                .orElse(null);
        if (forward == null || !engine.shiftClock(String.valueOf(field(context, "tid")), forward)) {
            context.response().setStatusCode(400).end();
            return;
        }
        Future.fromCompletionStage(engine.durable(), Vertx.currentContext())
                .onSuccess(done -> again(context))
                .onFailure(context::fail);
    }

    private static @Nullable String field(RoutingContext context, String name) {
        return context.request().getFormAttribute(name);
    }

    private static void again(RoutingContext context) {
        context.response()
                .setStatusCode(303)
                .putHeader("Location", "/faults?lang=" + Language.of(context).code())
                .end();
    }

    // ---- the page

    private void show(RoutingContext context) {
        Language language = Language.of(context);
        List<Call> faulty = log.newestWithFault(SHOWN_CALLS);
        Pages.send(
                context,
                200,
                Pages.page("faults", language, PageTexts.FAULTS_TITLE)
                        .data(
                                "presets",
                                Arrays.stream(Preset.values())
                                        .map(preset -> new Offered(
                                                preset.name(), preset.what(language), preset.then(language)))
                                        .toList())
                        .data(
                                "waiting",
                                faults.waiting().stream()
                                        .map(one -> Waiting.of(one, language))
                                        .toList())
                        .data("rules", faults.rules())
                        .data("calls", faulty.stream().map(Played::of).toList())
                        .data(
                                "steps",
                                STEPS.stream()
                                        .map(step -> Step.of(step, language))
                                        .toList())
                        .data(
                                "payments",
                                engine.newest(SHOWN_PAYMENTS).stream()
                                        .map(payment -> Clocked.of(payment, language))
                                        .toList()));
    }

    /// What is public in these is called by the template.
    private record Offered(String name, String what, String then) {}

    private record Waiting(String what, int left, String orderId) {
        static Waiting of(Faults.Left one, Language language) {
            String orderId = one.fault().orderId();
            return new Waiting(words(one.fault(), language), one.left(), orderId == null ? "" : orderId);
        }

        private static String words(Fault fault, Language language) {
            return Arrays.stream(Preset.values())
                    .filter(preset -> preset.fault().equals(fault))
                    .map(preset -> preset.what(language))
                    .findFirst()
                    .orElse(fault.endpoint() + " " + fault.kind());
        }
    }

    private record Played(String at, String endpoint, String kind, String outcome, String orderId) {
        static Played of(Call call) {
            return new Played(
                    KoreanTime.page(call.at()),
                    call.endpoint().name(),
                    Objects.requireNonNull(call.fault()).name(),
                    call.outcome(),
                    call.orderId() == null ? "" : call.orderId());
        }
    }

    private record Step(String value, String words) {
        static Step of(Duration step, Language language) {
            PageTexts text = step.toDays() >= 366
                    ? PageTexts.CLOCK_YEAR
                    : step.toDays() >= 1 ? PageTexts.CLOCK_DAY : PageTexts.CLOCK_QUARTER;
            return new Step(step.toString(), text.in(language));
        }
    }

    private record Clocked(String orderId, String tid, String item, String status, String ahead) {
        static Clocked of(Transaction payment, Language language) {
            Duration ahead = payment.clockAhead();
            return new Clocked(
                    payment.terms().orderId(),
                    payment.tid(),
                    payment.terms().itemName(),
                    payment.status().name(),
                    ahead.isZero()
                            ? ""
                            : PageTexts.CLOCK_AHEAD.in(language) + ": "
                                    + PageTexts.CLOCK_UNITS
                                            .in(language)
                                            .formatted(ahead.toDays(), ahead.toHoursPart(), ahead.toMinutesPart()));
        }
    }
}
