package com.coworkpay.kakaopay.simulator.api;

import com.coworkpay.kakaopay.simulator.AnswerShape;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Recording;
import com.coworkpay.kakaopay.simulator.engine.Caller;
import com.coworkpay.kakaopay.simulator.engine.Engine;
import com.coworkpay.kakaopay.simulator.engine.Refusal;
import com.coworkpay.kakaopay.simulator.engine.Requests;
import com.coworkpay.kakaopay.simulator.engine.Transaction;
import com.coworkpay.kakaopay.simulator.fault.CallLog;
import com.coworkpay.kakaopay.simulator.fault.Faults;
import com.coworkpay.kakaopay.simulator.fault.PausedCalls;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Both path sets of KakaoPay's API on one engine.
///
/// A call passes the door first (key, then fields); what is refused there never meets a fault. Then its TID is
/// occupied, and the fault drawn for it, if any, is played.
public final class ApiRoutes {
    private static final long MAX_BODY_BYTES = 64 * 1024;

    private final Engine engine;
    private final Faults faults;
    private final CallLog log;
    private final ObjectMapper json;
    private final RequestReader reader;
    private final Shapes shapes;
    private final Imitation imitation = new Imitation();
    private final Answers answers;
    private final FaultPlayer player;

    public ApiRoutes(
            Engine engine,
            Faults faults,
            PausedCalls holds,
            CallLog log,
            ObjectMapper json,
            Supplier<URI> publicUrl,
            AnswerShape shape) {
        this.engine = engine;
        this.faults = faults;
        this.log = log;
        this.json = json;
        this.reader = new RequestReader(json);
        this.shapes = new Shapes(shape);
        this.answers = new Answers(publicUrl, shapes, imitation);
        this.player = new FaultPlayer(holds);
    }

    /// @param cid null: all merchants that have no shape of their own
    public void shape(@Nullable String cid, AnswerShape shape) {
        shapes.set(cid, shape);
    }

    /// Answers by it from now on; the names of the steps that cannot be imitated.
    public List<String> recording(Recording recording) {
        return imitation.of(recording);
    }

    public void forgetRecording() {
        imitation.forget();
    }

    /// The shapes of answers are again those of the start.
    public void reset() {
        shapes.reset();
    }

    public void mount(Router router) {
        BodyHandler body = BodyHandler.create(false).setBodyLimit(MAX_BODY_BYTES);
        for (Generation generation : Generation.values()) {
            for (Endpoint endpoint : Endpoint.values()) {
                router.route(HttpMethod.POST, generation.prefix() + endpoint.path())
                        .handler(body)
                        .handler(context -> serve(context, generation, endpoint));
            }
            if (generation == Generation.LEGACY) {
                router.route(HttpMethod.GET, generation.prefix() + Endpoint.ORDER.path())
                        .handler(context -> serve(context, generation, Endpoint.ORDER));
            }
            router.route(generation.prefix() + "*").handler(context -> unknown(context, generation));
        }
    }

    private void serve(RoutingContext context, Generation generation, Endpoint endpoint) {
        Fields fields = fields(context, generation);
        Exchange exchange = new Exchange(context, log, start(context, generation, endpoint, fields));
        RequestContext deal;
        try {
            Caller caller = caller(context, generation, fields);
            Requests request = reader.read(endpoint, fields == null ? new Fields() : fields);
            deal = new RequestContext(engine, answers, generation, endpoint, caller, request);
        } catch (Rejected rejected) {
            exchange.answer(answers.refused(generation, endpoint, rejected.refusal()));
            return;
        } catch (InvalidParameter invalid) {
            Refusal refusal = generation.badField(invalid.field(), invalid.isMissing());
            exchange.answer(answers.refused(generation, endpoint, refusal));
            return;
        }
        if (!deal.begin()) {
            exchange.answer(deal.refused(Refusal.documented(-785, null)));
            return;
        }
        Faults.Taken taken = faults.take(endpoint, tid(fields), orderId(fields));
        if (taken == null) {
            player.perform(exchange, deal, exchange::answer);
        } else {
            log.fault(exchange.number(), taken.fault().kind());
            player.play(exchange, deal, taken);
        }
    }

    /// JSON at the current API; form and query parameters at the legacy one, where a JSON body is not looked at
    /// (and the first field, `cid`, is then missing, as real callers found out). Null: no JSON object.
    private @Nullable Fields fields(RoutingContext context, Generation generation) {
        if (generation == Generation.LEGACY) {
            return Fields.ofParameters(context.request().params());
        }
        String type = context.request().getHeader("Content-Type");
        Buffer body = context.body().buffer();
        if (body == null || type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
            return null;
        }
        try {
            JsonNode node = json.readTree(body.getBytes());
            return node != null && node.isObject() ? Fields.ofJson(node) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private Caller caller(RoutingContext context, Generation generation, @Nullable Fields fields) {
        String header = context.request().getHeader("Authorization");
        if (header == null || header.isBlank()) {
            throw new Rejected(generation.noKey());
        }
        String key = generation.schemes().stream()
                .filter(header::startsWith)
                .map(scheme -> header.substring(scheme.length()))
                .findFirst()
                .orElseThrow(() -> new Rejected(generation.wrongKey(header)));
        if (!engine.knowsKey(generation.keyKind(), key)) {
            throw new Rejected(generation.wrongKey(key));
        }
        Fields given = fields == null ? new Fields() : fields;
        return new Caller(generation.keyKind(), key, given.required("cid", 10), given.text("cid_secret", 24));
    }

    private long start(RoutingContext context, Generation generation, Endpoint endpoint, @Nullable Fields fields) {
        return log.start(
                endpoint,
                generation == Generation.LEGACY,
                fields == null ? null : fields.text("cid"),
                tid(fields),
                orderId(fields),
                engine.now(),
                context.request().getHeader("traceparent"));
    }

    private static @Nullable String tid(@Nullable Fields fields) {
        return fields == null ? null : fields.text("tid");
    }

    /// The order id sent, or the one the TID was made for.
    private @Nullable String orderId(@Nullable Fields fields) {
        String tid = tid(fields);
        Transaction transaction = tid == null ? null : engine.find(tid);
        if (transaction != null) {
            return transaction.terms().orderId();
        }
        return fields == null ? null : fields.text("partner_order_id");
    }

    private void unknown(RoutingContext context, Generation generation) {
        Endpoint endpoint = Endpoint.at(
                context.request().path().substring(generation.prefix().length()));
        Answer answer = answers.refused(generation, endpoint, Refusal.documented(-404, null));
        context.response()
                .setStatusCode(answer.status())
                .putHeader("Content-Type", "application/json;charset=UTF-8")
                .end(answer.body().toString());
    }

    /// Refused at the door.
    private static final class Rejected extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Refusal refusal;

        Rejected(Refusal refusal) {
            super(refusal.message(), null, false, false);
            this.refusal = refusal;
        }

        Refusal refusal() {
            return refusal;
        }
    }
}
