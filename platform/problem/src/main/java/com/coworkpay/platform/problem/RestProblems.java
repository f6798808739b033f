package com.coworkpay.platform.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.ValidationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/// Every way a REST request can fail ends here and leaves as a problem.
public class RestProblems {

    @ServerExceptionMapper
    public Response declared(ProblemException e, RoutingContext request) {
        return ProblemResponses.of(Problem.of(e), request);
    }

    @ServerExceptionMapper
    public Response faulty(FaultyRequest e, RoutingContext request) {
        return ProblemResponses.of(Problem.of(e.fault(), ProblemResponses.language(request)), request);
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
        Response told = ProblemResponses.of(problemOf(e, status), request);
        String allow = e.getResponse().getHeaderString(HttpHeaders.ALLOW);
        return allow == null
                ? told
                : Response.fromResponse(told).header(HttpHeaders.ALLOW, allow).build();
    }

    @ServerExceptionMapper
    public Response failed(Throwable e, RoutingContext request) {
        ProblemException declared = declaredIn(e);
        return ProblemResponses.of(declared == null ? Failures.problemOf(e) : Problem.of(declared), request);
    }

    private static Problem problemOf(WebApplicationException e, int status) {
        boolean notConverted = (e instanceof NotFoundException || status == 400) && e.getCause() != null;
        return notConverted
                ? RequestParameter.thatCouldNotBeConverted(CurrentRequestManager.get())
                        .map(RestProblems::notConverted)
                        .orElseGet(() -> Problem.of(Failures.typeOf(status)))
                : Problem.of(Failures.typeOf(status));
    }

    private static Problem notConverted(RequestParameter parameter) {
        return parameter.inPath()
                ? Problem.of(CommonProblem.NOT_FOUND).at(parameter.name())
                : Problem.of(CommonProblem.INVALID_REQUEST).at(parameter.name());
    }

    /// A problem may arrive wrapped, by interceptors or by Mutiny.
    private static @org.jspecify.annotations.Nullable ProblemException declaredIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException declared) {
                return declared;
            }
        }
        return null;
    }
}
