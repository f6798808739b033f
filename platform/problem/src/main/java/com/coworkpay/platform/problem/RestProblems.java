package com.coworkpay.platform.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/// Every way a REST request can fail ends here and leaves as a problem.
public class RestProblems {

    private static final int DEEPEST_CAUSE = 20;

    @ServerExceptionMapper
    public Response declared(ProblemException e, RoutingContext request) {
        return ProblemResponses.of(Problem.of(e, ProblemResponses.language(request)), request);
    }

    @ServerExceptionMapper
    public Response faulty(BadRequestException e, RoutingContext request) {
        return ProblemResponses.of(Problem.of(e.faults(), ProblemResponses.language(request)), request);
    }

    @ServerExceptionMapper
    public Response invalid(ResteasyReactiveViolationException e, RoutingContext request) {
        return Violations.concernAnAnswer(e.getConstraintViolations())
                ? failed(e, request)
                : ProblemResponses.of(Problem.invalid(Violations.of(e.getConstraintViolations())), request);
    }

    /// Validation inside, of what is not the caller's: the framework would call it the caller's mistake.
    @ServerExceptionMapper
    public Response invalidInside(ValidationException e, RoutingContext request) {
        return failed(e, request);
    }

    /// JSON that is not the request's (stored, or a neighbour's): the framework would call it the caller's mistake.
    @ServerExceptionMapper
    public Response unreadableInside(MismatchedInputException e, RoutingContext request) {
        return failed(e, request);
    }

    /// What the framework itself refuses: path, method, content type, parameters that do not convert.
    @ServerExceptionMapper
    public Response refused(WebApplicationException e, RoutingContext request) {
        if (e instanceof ResteasyReactiveClientProblem) {
            return failed(e, request);
        }
        int status = e.getResponse().getStatus();
        if (status < 400) {
            return e.getResponse();
        }
        if (status >= 500 && status != CommonProblem.UNAVAILABLE.status()) {
            return failed(e, request);
        }
        Problem problem = problemInside(e, request);
        return ProblemResponses.of(problem == null ? Problem.of(UnhandledFailures.typeOf(status)) : problem, request);
    }

    @ServerExceptionMapper
    public Response failed(Throwable e, RoutingContext request) {
        Problem problem = problemInside(e, request);
        return ProblemResponses.of(problem == null ? UnhandledFailures.problemOf(e) : problem, request);
    }

    /// A problem may arrive wrapped: by interceptors, by Mutiny, by the framework's conversion of parameters.
    private static @Nullable Problem problemInside(Throwable failure, RoutingContext request) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            switch (cause) {
                case ProblemException declared -> {
                    return Problem.of(declared, ProblemResponses.language(request));
                }
                case BadRequestException faulty -> {
                    return Problem.of(faulty.faults(), ProblemResponses.language(request));
                }
                default -> cause = cause.getCause();
            }
        }
        return null;
    }
}
