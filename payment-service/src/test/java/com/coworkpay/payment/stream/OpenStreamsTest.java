package com.coworkpay.payment.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.AsyncResult;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A process that leaves sends its clients to another one.
@PaymentServiceTest
class OpenStreamsTest {

    @Inject
    Vertx vertx;

    @Inject
    PaymentConfig config;

    @Inject
    StreamVersionStore versions;

    @Test
    void aProcessThatLeavesEndsItsStreamsAndOpensNone() {
        OpenStreams streams = new OpenStreams(
                versions, new StreamMetrics(new SimpleMeterRegistry()), new ObjectMapper(), vertx, config);
        StreamKey key = StreamKey.checkout(UUID.randomUUID());
        Client client = new Client();
        var stream = streams.open(
                        key, null, client.request(), () -> Uni.createFrom().item(new Frame(1, Map.of(), false)))
                .subscribeAsCompletionStage();
        assertThat(client.written).anyMatch(text -> text.contains("data: {}"));
        assertThat(stream).isNotDone();
        streams.endAll();
        assertThat(stream).isCompleted();
        assertThatThrownBy(() -> streams.open(
                        key, null, client.request(), () -> Uni.createFrom().nothing()))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.type())
                        .isEqualTo(CommonProblem.UNAVAILABLE));
    }

    /// A client that is there: what was written to it, and who waits for the end of its request.
    private static final class Client implements InvocationHandler {
        private final List<String> written = new ArrayList<>();
        private final List<Handler<AsyncResult<Void>>> whenEnded = new ArrayList<>();

        RoutingContext request() {
            return as(RoutingContext.class);
        }

        private <T> T as(Class<T> type) {
            return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, this));
        }

        @Override
        @SuppressWarnings("unchecked")
        public @Nullable Object invoke(Object itself, Method method, Object @Nullable [] arguments) {
            switch (method.getName()) {
                case "write" -> written.add(String.valueOf(Objects.requireNonNull(arguments)[0]));
                case "addEndHandler" ->
                    whenEnded.add((Handler<AsyncResult<Void>>) Objects.requireNonNull(arguments)[0]);
                case "end" -> whenEnded.forEach(each -> each.handle(Future.succeededFuture()));
                default -> {}
            }
            Class<?> type = method.getReturnType();
            if (type == boolean.class) {
                return false;
            } else if (type == int.class) {
                return 1;
            } else if (type == Future.class) {
                return Future.succeededFuture();
            }
            return type == HttpServerResponse.class && !type.isInstance(itself) ? as(HttpServerResponse.class) : itself;
        }
    }
}
