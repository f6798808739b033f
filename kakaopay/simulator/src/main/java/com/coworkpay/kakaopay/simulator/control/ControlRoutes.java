package com.coworkpay.kakaopay.simulator.control;

import com.coworkpay.kakaopay.simulator.AnswerShape;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.Merchant;
import com.coworkpay.kakaopay.simulator.Recording;
import com.coworkpay.kakaopay.simulator.api.ApiRoutes;
import com.coworkpay.kakaopay.simulator.engine.Engine;
import com.coworkpay.kakaopay.simulator.fault.CallLog;
import com.coworkpay.kakaopay.simulator.fault.Faults;
import com.coworkpay.kakaopay.simulator.fault.PausedCalls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// `/control/…`: what a test or a demo may do to KakaoPay behind its back. No sign-in: loopback only.
public final class ControlRoutes {
    private static final int PAGE = 5000;

    /// A recording is the largest of what comes here.
    private static final long MAX_BODY_BYTES = 4 << 20;

    private final Engine engine;
    private final Faults faults;
    private final PausedCalls holds;
    private final CallLog log;
    private final ApiRoutes api;
    private final ObjectMapper json;

    public ControlRoutes(
            Engine engine, Faults faults, PausedCalls holds, CallLog log, ApiRoutes api, ObjectMapper json) {
        this.engine = engine;
        this.faults = faults;
        this.holds = holds;
        this.log = log;
        this.api = api;
        this.json = json;
    }

    private interface Step {
        Object run(RoutingContext context) throws IOException;
    }

    public void mount(Router router) {
        BodyHandler body = BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES);
        router.route("/control/*").handler(body);
        router.get("/control/merchants").handler(c -> run(c, x -> engine.merchants()));
        router.put("/control/merchants").handler(c -> run(c, this::keepMerchant));
        router.delete("/control/keys/:key").handler(c -> run(c, this::revokeKey));
        router.post("/control/faults").handler(c -> run(c, this::addFault));
        router.delete("/control/faults")
                .handler(c -> run(c, x -> {
                    faults.clear();
                    return Map.of();
                }));
        router.put("/control/random-faults").handler(c -> run(c, this::randomFaults));
        router.post("/control/faults/:id/release").handler(c -> run(c, this::release));
        router.get("/control/faults/:id").handler(c -> run(c, this::holding));
        router.post("/control/tids/:tid/clock").handler(c -> run(c, this::shiftClock));
        router.get("/control/ledger").handler(c -> run(c, this::ledger));
        router.get("/control/calls").handler(c -> run(c, x -> log.all(param(x, "orderId"))));
        router.put("/control/answers").handler(c -> run(c, this::answers));
        router.put("/control/recording").handler(c -> run(c, this::recording));
        router.delete("/control/recording")
                .handler(c -> run(c, x -> {
                    api.forgetRecording();
                    return Map.of();
                }));
        router.post("/control/reset").handler(c -> run(c, this::reset));
        router.get("/control/health").handler(c -> run(c, x -> Map.of("status", "UP")));
    }

    /// Answers when the step is durable; a bad request is 400 with the reason in words.
    private void run(RoutingContext context, Step step) {
        try {
            byte[] answer = json.writeValueAsBytes(step.run(context));
            Future.fromCompletionStage(engine.durable(), Vertx.currentContext())
                    .onSuccess(v -> send(context, 200, answer))
                    .onFailure(context::fail);
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeException e) {
            send(context, 400, write(Map.of("error", String.valueOf(e.getMessage()))));
        } catch (NotThere e) {
            send(context, 404, write(Map.of("error", String.valueOf(e.getMessage()))));
        } catch (IOException e) {
            context.fail(e);
        }
    }

    private static void send(RoutingContext context, int status, byte[] body) {
        context.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(Buffer.buffer(body));
    }

    private byte[] write(Object value) {
        try {
            return json.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Object keepMerchant(RoutingContext context) throws IOException {
        engine.keep(read(context, Merchant.class));
        return Map.of();
    }

    private Object revokeKey(RoutingContext context) {
        return Map.of("cids", engine.revokeKey(context.pathParam("key")));
    }

    private Object addFault(RoutingContext context) throws IOException {
        return Map.of("id", faults.add(read(context, Fault.class)));
    }

    private Object randomFaults(RoutingContext context) throws IOException {
        FaultBatch lot = read(context, FaultBatch.class);
        faults.random(lot.seed(), lot.rules());
        return Map.of();
    }

    private Object release(RoutingContext context) {
        return Map.of("released", holds.release(id(context)));
    }

    private Object holding(RoutingContext context) {
        return Map.of("holding", holds.holding(id(context)));
    }

    private Object shiftClock(RoutingContext context) {
        Duration forward = Duration.parse(String.valueOf(param(context, "forward")));
        if (!engine.shiftClock(context.pathParam("tid"), forward)) {
            throw new NotThere("no such tid");
        }
        return Map.of();
    }

    private Object ledger(RoutingContext context) {
        String orderId = param(context, "orderId");
        if (orderId != null) {
            return engine.effectsOfOrder(orderId);
        }
        String after = param(context, "after");
        return engine.effectsAfter(after == null ? 0 : Long.parseLong(after), PAGE);
    }

    private Object answers(RoutingContext context) {
        api.shape(param(context, "cid"), AnswerShape.valueOf(String.valueOf(param(context, "shape"))));
        return Map.of();
    }

    private Object recording(RoutingContext context) throws IOException {
        return Map.of("notImitated", api.recording(read(context, Recording.class)));
    }

    private Object reset(RoutingContext context) throws IOException {
        faults.clear();
        holds.clear();
        log.clear();
        api.reset();
        engine.reset();
        return Map.of();
    }

    private <T> T read(RoutingContext context, Class<T> type) throws IOException {
        Buffer body = context.body().buffer();
        if (body == null) {
            throw new IllegalArgumentException("a JSON body is missing");
        }
        return json.readValue(body.getBytes(), type);
    }

    private static long id(RoutingContext context) {
        return Long.parseLong(context.pathParam("id"));
    }

    private static @Nullable String param(RoutingContext context, String name) {
        return context.request().getParam(name);
    }

    private static final class NotThere extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotThere(String message) {
            super(message, null, false, false);
        }
    }
}
