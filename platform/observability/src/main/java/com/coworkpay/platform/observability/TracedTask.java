package com.coworkpay.platform.observability;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs the work on one payment or refund on a Vert.x context of its own, in the trace of the request or event that
/// asked for it: one trace id leads from the first request through every later look, and no log line carries another
/// payment's id. It is work in hand: a stopping process waits for its end.
@ApplicationScoped
public class TracedTask {

    private final Vertx vertx;
    private final OpenTelemetry telemetry;
    private final InFlightWork inHand;

    TracedTask(Vertx vertx, OpenTelemetry telemetry, InFlightWork inHand) {
        this.vertx = vertx;
        this.telemetry = telemetry;
        this.inHand = inHand;
    }

    /// @param traceparent as it was stored with the request; null begins a trace of its own
    public <T> Uni<T> run(UUID paymentId, @Nullable String traceparent, Supplier<Uni<T>> work) {
        return inHand.hold(() -> onItsOwn(paymentId, traceparent, work));
    }

    private <T> Uni<T> onItsOwn(UUID paymentId, @Nullable String traceparent, Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            io.vertx.core.Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            own.runOnContext(_ -> {
                QuarkusContextStorage.INSTANCE.attach(own, traceOf(traceparent));
                LogContext.forPayment(paymentId.toString(), work).subscribe().with(emitter::complete, emitter::fail);
            });
        });
    }

    private Context traceOf(@Nullable String traceparent) {
        return telemetry.getPropagators().getTextMapPropagator().extract(Context.root(), traceparent, TRACEPARENT);
    }

    private static final TextMapGetter<@Nullable String> TRACEPARENT = new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(@Nullable String carrier) {
            return List.of("traceparent");
        }

        @Override
        public @Nullable String get(@Nullable String carrier, String key) {
            return key.equals("traceparent") ? carrier : null;
        }
    };
}
