package com.coworkpay.platform.problem;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/// What fails before or beside the REST layer: a body over the limit, a path that cannot be decoded, a path that
/// nothing answers. Health and metrics below `/q` keep their own answers.
@Singleton
public class RouterProblems {

    private static final String NOT_OURS = "/q/";

    void install(@Observes Router router) {
        router.route().order(0).failureHandler(RouterProblems::answer);
        router.route().last().handler(RouterProblems::nothingHere);
    }

    private static void answer(RoutingContext request) {
        int status = request.statusCode();
        boolean securityDecides = status == HttpResponseStatus.UNAUTHORIZED.code()
                || status == HttpResponseStatus.FORBIDDEN.code()
                || request.failure() instanceof SecurityException;
        if (request.response().ended() || securityDecides || isNotOurs(request)) {
            request.next();
        } else if (request.failure() != null && status >= 500) {
            ProblemResponses.send(Failures.problemOf(request.failure()), request);
        } else {
            ProblemResponses.send(Problem.of(Failures.typeOf(status)), request);
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
