package com.coworkpay.console.session;

import io.quarkus.oidc.IdToken;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/// Who is signed in, as the issuer says. What they may do the services say.
@RequestScoped
public class Person {

    /// Quarkus takes its qualifier on fields alone.
    @Inject
    @IdToken
    JsonWebToken idToken;

    private final SecurityIdentity identity;

    Person(SecurityIdentity identity) {
        this.identity = identity;
    }

    /// Null: nobody is signed in.
    public @Nullable String name() {
        if (identity.isAnonymous()) {
            return null;
        }
        String name = idToken.getClaim("name");
        return name == null ? subject() : name;
    }

    /// By which permissions are given at the issuer.
    public String subject() {
        return idToken.getSubject();
    }
}
