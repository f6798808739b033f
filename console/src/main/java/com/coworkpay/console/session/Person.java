package com.coworkpay.console.session;

import io.quarkus.oidc.IdToken;
import io.vertx.ext.web.RoutingContext;
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

    private final RoutingContext routing;

    Person(RoutingContext routing) {
        this.routing = routing;
    }

    /// Null: nobody is signed in, or this page asks nobody who they are.
    public @Nullable String name() {
        if (routing.user() == null) {
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
