package com.coworkpay.platform.identity;

import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.SortedSet;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// The one who sent this request, for endpoints where the annotation alone cannot decide (a payer's own payment) and
/// for audit rows. Only inside a request to an endpoint that needs a token: elsewhere nobody has been identified.
@RequestScoped
public class Caller {

    private final SecurityIdentity identity;
    private final String claim;

    Caller(SecurityIdentity identity, IdentityConfig config) {
        this.identity = identity;
        this.claim = config.locationsClaim();
    }

    /// The token's `sub`: stable, unique at the issuer, no name.
    ///
    /// @throws UnauthorizedException where nobody is signed in, or by a token that names nobody; answered with 401
    public String subject() {
        if (identity.isAnonymous()
                || !(identity.getPrincipal() instanceof JsonWebToken token)
                || isBlank(token.getSubject())) {
            throw new UnauthorizedException("Nobody is signed in here.");
        }
        return token.getSubject();
    }

    public boolean may(String locationId, String permission) {
        return grants().allow(locationId, permission);
    }

    /// Whether the caller holds any permission at the location. Who holds none is answered as if nothing were there.
    public boolean isKnownAt(String locationId) {
        return grants().knownAt(locationId);
    }

    /// Whether the caller holds any permission at every location.
    public boolean isKnownEverywhere() {
        return grants().knownEverywhere();
    }

    /// The locations at which the token by itself grants any permission, in the order of their ids.
    public SortedSet<String> locations() {
        return grants().locations();
    }

    /// What the caller may do at a location, as the token words it, sorted.
    public SortedSet<String> permissionsAt(String locationId) {
        return grants().permissions(locationId);
    }

    /// What a caller is told of something there that is not theirs and that their permissions do not show: 403 where
    /// they
    /// are known, for whatever they ask; else 404, as if nothing were there.
    public ProblemException refusal(String locationId) {
        return ProblemException.of(isKnownAt(locationId) ? CommonProblem.FORBIDDEN : CommonProblem.NOT_FOUND);
    }

    private LocationGrants grants() {
        return LocationGrants.of(identity, claim);
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }
}
