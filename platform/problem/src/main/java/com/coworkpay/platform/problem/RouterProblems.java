package com.coworkpay.platform.problem;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// What fails before or beside the REST layer: a body, an address or headers over the limit, a path that
/// nothing answers. Health and metrics below `/q` keep their own answers.
@Singleton
public class RouterProblems {

    private static final String NOT_OURS = "/q/";

    /// The framework's own check, one step later, answers 413 without a body.
    private static final int BEFORE_THE_FRAMEWORKS_LIMIT = RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1;

    /// Between a header's name and its value, and after it.
    private static final int OF_A_LINE = ": \r\n".length();

    private final long maxBytes;
    private final int maxHeaderBytes;
    private final int maxAddressBytes;

    RouterProblems(@ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize maxBytes, HttpLimits limits) {
        this.maxBytes = maxBytes.asLongValue();
        this.maxHeaderBytes = limits.maxHeaderBytes();
        this.maxAddressBytes = limits.maxAddressBytes();
    }

    void install(@Observes Router router) {
        router.route().order(BEFORE_THE_FRAMEWORKS_LIMIT).handler(this::refuseLargeHead);
        router.route().order(BEFORE_THE_FRAMEWORKS_LIMIT).handler(this::refuseLargeBody);
        router.route().order(0).failureHandler(RouterProblems::answer);
        router.route().last().handler(RouterProblems::nothingHere);
    }

    private void refuseLargeHead(RoutingContext request) {
        if (request.request().uri().length() > maxAddressBytes) {
            ProblemResponses.send(Problem.of(CommonProblem.URI_TOO_LONG), request);
        } else if (headerBytes(request) > maxHeaderBytes) {
            ProblemResponses.send(Problem.of(CommonProblem.HEADERS_TOO_LARGE), request);
        } else {
            request.next();
        }
    }

    private static long headerBytes(RoutingContext request) {
        return request.request().headers().entries().stream()
                .mapToLong(
                        header -> header.getKey().length() + header.getValue().length() + OF_A_LINE)
                .sum();
    }

    /// The connection is closed: what is still on its way through it is not wanted.
    private void refuseLargeBody(RoutingContext request) {
        String announced = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (announced == null || Long.parseLong(announced) <= maxBytes) {
            request.next();
            return;
        }
        request.response().putHeader(HttpHeaders.CONNECTION, "close");
        request.response().endHandler(ended -> request.request().connection().close());
        ProblemResponses.send(Problem.of(CommonProblem.PAYLOAD_TOO_LARGE), request);
    }

    private static void answer(RoutingContext request) {
        int status = request.statusCode();
        boolean securityDecides = status == HttpResponseStatus.UNAUTHORIZED.code()
                || status == HttpResponseStatus.FORBIDDEN.code()
                || request.failure() instanceof SecurityException;
        if (request.response().ended() || securityDecides || isNotOurs(request)) {
            request.next();
        } else if (request.failure() != null && status >= 500) {
            ProblemResponses.send(UnhandledFailures.problemOf(request.failure()), request);
        } else {
            ProblemResponses.send(Problem.of(UnhandledFailures.typeOf(status)), request);
        }
    }

    private static void nothingHere(RoutingContext request) {
        if (isNotOurs(request)) {
            request.next();
        } else {
            ProblemResponses.send(Problem.of(CommonProblem.NOT_FOUND), request);
        }
    }

    private static boolean isNotOurs(RoutingContext request) {
        String path = request.request().path();
        return path == null || path.startsWith(NOT_OURS);
    }
}
