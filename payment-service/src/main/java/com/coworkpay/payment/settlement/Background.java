package com.coworkpay.payment.settlement;

import com.coworkpay.payment.settlement.domain.Due;
import com.coworkpay.platform.observability.LogContext;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import io.quarkus.opentelemetry.runtime.QuarkusContextStorage;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Runs the settling of one payment on a Vert.x context of its own, in the trace of the request that began the payment:
/// one trace id leads from the first request through every later look, and no log line carries another payment's id.
@ApplicationScoped
class Background {

    private final Vertx vertx;
    private final OpenTelemetry telemetry;

    Background(Vertx vertx, OpenTelemetry telemetry) {
        this.vertx = vertx;
        this.telemetry = telemetry;
    }

    <T> Uni<T> run(Due payment, Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            io.vertx.core.Context own = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            own.runOnContext(_ -> {
                QuarkusContextStorage.INSTANCE.attach(own, traceOf(payment.traceparent()));
                LogContext.forPayment(payment.id().toString(), work).subscribe().with(emitter::complete, emitter::fail);
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
