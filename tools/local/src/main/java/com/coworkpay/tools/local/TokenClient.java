package com.coworkpay.tools.local;

import com.coworkpay.tools.local.issuer.Issuer;
import com.coworkpay.tools.local.stack.Secrets;
import java.io.IOException;
import java.net.URI;
import java.util.Map;

/// Gets tokens from the stack's issuer, the same way as anybody would.
public final class TokenClient {
    private final Http http;
    private final URI issuer;
    private final Secrets secrets;

    public TokenClient(Http http, URI issuer, Secrets secrets) {
        this.http = http;
        this.issuer = issuer;
        this.secrets = secrets;
    }

    public String machine(String id) throws IOException {
        return token(Map.of(
                "grant_type", "client_credentials", "client_id", id, "client_secret", secrets.machineSecret(id)));
    }

    /// @param scope `location:<id>` for each location beyond the person's usual ones
    public String person(String id, String scope) throws IOException {
        return token(Map.of("grant_type", Issuer.PERSON_GRANT, "person", id, "scope", scope));
    }

    private String token(Map<String, String> fields) throws IOException {
        var answer = http.form(issuer.resolve("/token"), fields);
        if (answer.status() != 200) {
            throw new IOException("the issuer refused a token: " + answer.body());
        }
        return answer.json().getString("access_token");
    }
}
