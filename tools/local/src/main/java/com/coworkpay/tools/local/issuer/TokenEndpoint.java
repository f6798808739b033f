package com.coworkpay.tools.local.issuer;

import io.vertx.core.MultiMap;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// `POST /token`: errors by RFC 6749 §5.2.
final class TokenEndpoint {
    private final Clients clients;
    private final SignInCodes codes;
    private final Tokens tokens;

    TokenEndpoint(Clients clients, SignInCodes codes, Tokens tokens) {
        this.clients = clients;
        this.codes = codes;
        this.tokens = tokens;
    }

    void answer(RoutingContext context) {
        var form = context.request().formAttributes();
        switch (text(form, "grant_type")) {
            case "client_credentials" -> forMachine(context, form);
            case "authorization_code" -> forCode(context, form);
            case "refresh_token" -> refreshed(context, form);
            case Issuer.PERSON_GRANT -> forPerson(context, form);
            default -> refuse(context, 400, "unsupported_grant_type", "No such grant_type.");
        }
    }

    private void forMachine(RoutingContext context, MultiMap form) {
        var machine = clients.authenticated(context.request().getHeader("authorization"), form);
        if (machine.isEmpty()) {
            context.response().putHeader("www-authenticate", "Basic realm=\"coworkpay\"");
            refuse(context, 401, "invalid_client", "No such client, or not its secret.");
            return;
        }
        Issuer.json(context, 200, tokens.forMachine(machine.get()));
    }

    private void forCode(RoutingContext context, MultiMap form) {
        String client = clientOf(context, form);
        if (client == null) {
            refuse(context, 401, "invalid_client", "No such client, or not its secret.");
            return;
        }
        var signIn = codes.redeem(client, text(form, "code"), text(form, "redirect_uri"), text(form, "code_verifier"));
        var person = signIn.flatMap(found -> Directory.person(found.personId()));
        if (signIn.isEmpty() || person.isEmpty()) {
            refuse(
                    context,
                    400,
                    "invalid_grant",
                    "The code is unknown, used, too old, or was made for another client.");
            return;
        }
        var found = signIn.get();
        Issuer.json(context, 200, tokens.forPerson(person.get(), client, found.scope(), found.nonce()));
    }

    /// A new access token, as long as the person is in the directory (RFC 6749 §6).
    private void refreshed(RoutingContext context, MultiMap form) {
        String client = clientOf(context, form);
        var refresh = client == null ? null : tokens.refresh(text(form, "refresh_token"), client);
        var person = refresh == null ? Optional.<Directory.Person>empty() : Directory.person(refresh.personId());
        if (client == null || refresh == null || person.isEmpty()) {
            refuse(context, 400, "invalid_grant", "The refresh token is unknown, too old, or of another client.");
            return;
        }
        Issuer.json(context, 200, tokens.forPerson(person.get(), client, refresh.scope(), null));
    }

    /// The public client says who it is; the console proves it by its secret.
    private @Nullable String clientOf(RoutingContext context, MultiMap form) {
        if (Directory.PUBLIC_CLIENT.equals(form.get("client_id"))) {
            return Directory.PUBLIC_CLIENT;
        }
        return clients.authenticated(context.request().getHeader("authorization"), form)
                .map(Directory.Machine::id)
                .filter(Directory.CONSOLE::equals)
                .orElse(null);
    }

    private void forPerson(RoutingContext context, MultiMap form) {
        var person = Directory.person(text(form, "person"));
        if (person.isEmpty()) {
            refuse(context, 400, "invalid_grant", "Nobody of that name. There are: minji, dohyun, jisoo, taeho, hyun.");
            return;
        }
        String scope = text(form, "scope");
        if (!Tokens.mayHave(person.get(), scope)) {
            refuse(context, 400, "invalid_scope", "This person has no permissions at a location asked for.");
            return;
        }
        Issuer.json(context, 200, tokens.forPerson(person.get(), Directory.PUBLIC_CLIENT, scope, null));
    }

    private static void refuse(RoutingContext context, int status, String error, String description) {
        Issuer.json(context, status, new JsonObject().put("error", error).put("error_description", description));
    }

    private static String text(MultiMap form, String name) {
        String value = form.get(name);
        return value == null ? "" : value;
    }
}
