package com.coworkpay.platform.problem;

import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.Response;

/// Problems as answers, on both ways out: through a REST exception mapper, and straight from the router.
public final class ProblemResponses {

    private ProblemResponses() {}

    /// For exception mappers of other libraries (sign-in): the problem in the language of this request.
    public static Response of(ProblemType type, RoutingContext request) {
        return of(Problem.of(type), request);
    }

    /// The same for a problem with values of its own.
    public static Response of(ProblemException problem, RoutingContext request) {
        return of(Problem.of(problem, language(request)), request);
    }

    static Response of(Problem problem, RoutingContext request) {
        Language language = language(request);
        var response = Response.status(problem.type().status())
                .entity(ProblemBody.of(problem, language, request.request().path()));
        ProblemHeaders.of(problem, language).forEach(response::header);
        return response.build();
    }

    static void send(Problem problem, RoutingContext request) {
        Language language = language(request);
        var response = request.response().setStatusCode(problem.type().status());
        ProblemHeaders.of(problem, language).forEach(response::putHeader);
        byte[] body = ProblemBody.of(problem, language, request.request().path());
        response.end(io.vertx.core.buffer.Buffer.buffer(body));
    }

    static Language language(RoutingContext request) {
        return Language.of(request);
    }
}
