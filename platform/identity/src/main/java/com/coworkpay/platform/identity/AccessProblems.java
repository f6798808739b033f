package com.coworkpay.platform.identity;

import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.platform.problem.ProblemResponses;
import com.coworkpay.platform.problem.Unavailability;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Refusals of sign-in and permission as problems.
///
/// Who holds no permission at all at a location is told 404, the same as for a location that does not exist: the
/// difference between the two would tell strangers which locations there are. Who holds some, but not this one, is
/// told 403.
public class AccessProblems {

    private static final Logger LOG = Logger.getLogger(AccessProblems.class);

    /// The path rule of all services: what belongs to a location lies below it.
    private static final Pattern LOCATION_PATH = Pattern.compile("/v1/locations/([^/]+)(?:/.*)?");

    private final SecurityIdentity identity;
    private final String claim;

    AccessProblems(SecurityIdentity identity, IdentityConfig config) {
        this.identity = identity;
        this.claim = config.locationsClaim();
    }

    @ServerExceptionMapper
    public Response notAllowed(ForbiddenException e, RoutingContext request) {
        boolean stranger = locationOf(request)
                .filter(id -> !LocationGrants.of(identity, claim).knownAt(id))
                .isPresent();
        return ProblemResponses.of(stranger ? CommonProblem.NOT_FOUND : CommonProblem.FORBIDDEN, request);
    }

    @ServerExceptionMapper
    public Response notSignedIn(UnauthorizedException e, RoutingContext request) {
        return challenge(request);
    }

    @ServerExceptionMapper
    public Response tokenRefused(AuthenticationFailedException e, RoutingContext request) {
        return e.getCause() instanceof UnusableTokenException unusable
                ? unusable(unusable, request)
                : challengeOrUnavailable(e, request);
    }

    @ServerExceptionMapper
    public Response signInIncomplete(AuthenticationCompletionException e, RoutingContext request) {
        return challengeOrUnavailable(e, request);
    }

    /// The issuer has not been reached since the start.
    @ServerExceptionMapper
    public Response issuerUnavailable(OIDCException e, RoutingContext request) {
        LOG.warnf("A token could not be checked, as the issuer does not answer: %s", e.getMessage());
        return ProblemResponses.of(CommonProblem.UNAVAILABLE, request);
    }

    /// A token that cannot be checked because the issuer is away is not a wrong one.
    private static Response challengeOrUnavailable(Throwable failure, RoutingContext request) {
        return Unavailability.isMeantBy(failure)
                ? ProblemResponses.of(CommonProblem.UNAVAILABLE, request)
                : challenge(request);
    }

    /// More than a bare challenge: whoever set up the issuer has to learn what to mend.
    private static Response unusable(UnusableTokenException e, RoutingContext request) {
        return challenge(ProblemResponses.of(
                ProblemException.of(CommonProblem.UNUSABLE_TOKEN)
                        .with("claim", e.claim())
                        .code(e.claim()),
                request));
    }

    /// RFC 6750, 3: the scheme that would be accepted, without a word on what was wrong with the token.
    private static Response challenge(RoutingContext request) {
        return challenge(ProblemResponses.of(CommonProblem.UNAUTHENTICATED, request));
    }

    private static Response challenge(Response problem) {
        return Response.fromResponse(problem)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private static Optional<String> locationOf(RoutingContext request) {
        Matcher path = LOCATION_PATH.matcher(request.normalizedPath());
        return path.matches() ? Optional.of(path.group(1)) : Optional.empty();
    }
}
