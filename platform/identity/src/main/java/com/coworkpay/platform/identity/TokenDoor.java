package com.coworkpay.platform.identity;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// What a token says is input from outside, however well it is signed. Its subject goes into rows, events and audits:
/// one that cannot stand there is refused here, once, for all services.
///
/// The claim of locations is not stored anywhere; one of another form grants nothing ([LocationGrants]).
@Singleton
class TokenDoor implements SecurityIdentityAugmentor {

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return identity.getPrincipal() instanceof JsonWebToken token && !Subject.isValid(token.getSubject())
                ? Uni.createFrom().failure(new AuthenticationFailedException(new UnusableTokenException("sub")))
                : Uni.createFrom().item(identity);
    }
}
