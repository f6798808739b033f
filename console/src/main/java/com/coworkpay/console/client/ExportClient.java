package com.coworkpay.console.client;

import com.coworkpay.console.ConsoleConfig;
import com.coworkpay.console.session.Language;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.inject.Singleton;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/// Files of the services, asked with the person's own token and passed on as they come: they may be larger than this
/// process's memory.
@Singleton
public class ExportClient {

    private static final int CONNECT_MS = 1_000;
    /// From the request to the first rows.
    private static final int FIRST_ROWS_MS = 60_000;

    private final HttpClient http;
    private final ConsoleConfig config;
    private final SecurityIdentity person;

    ExportClient(Vertx vertx, ConsoleConfig config, SecurityIdentity person) {
        this.http = vertx.createHttpClient();
        this.config = config;
        this.person = person;
    }

    /// reporting-service's transactions.
    ///
    /// @param from where the person is
    /// @return paused, to be read as a stream; fails with a [ServiceProblem]
    public Uni<HttpClientResponse> transactions(
            String location, TransactionFilter filter, Language language, @Nullable String from) {
        return csv(
                config.reportingUrl()
                        .resolve("/v1/locations/" + location + "/transactions.csv?"
                                + filter.inAddress().query() + "lang=" + language.tag()),
                language,
                from);
    }

    /// refund-service's payments of a batch.
    public Uni<HttpClientResponse> batch(String location, String batch, Language language, @Nullable String from) {
        return csv(
                config.refundUrl().resolve("/v1/locations/" + location + "/refund-batches/" + batch + "/payments.csv"),
                language,
                from);
    }

    private Uni<HttpClientResponse> csv(URI file, Language language, @Nullable String from) {
        String token = person.getCredential(AccessTokenCredential.class).getToken();
        RequestOptions request = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setAbsoluteURI(file.toString())
                .setConnectTimeout(CONNECT_MS)
                .setTimeout(FIRST_ROWS_MS)
                .putHeader("Authorization", "Bearer " + token)
                .putHeader("Accept", "text/csv, application/problem+json")
                .putHeader("Accept-Language", language.tag());
        if (from != null) {
            request.putHeader(FromAddress.HEADER, from);
        }
        return http.request(request)
                .chain(asked -> asked.send())
                .onFailure()
                .transform(_ -> ServiceProblem.noAnswer())
                .chain(answer -> answer.statusCode() == 200
                        ? Uni.createFrom().item(answer)
                        : answer.body().map(body -> {
                            throw ProblemReader.problem(
                                    answer.statusCode(), json(body), answer.getHeader("Retry-After"));
                        }));
    }

    private static JsonObject json(Buffer body) {
        try {
            return new JsonObject(body.getDelegate());
        } catch (DecodeException notOurs) {
            return new JsonObject();
        }
    }
}
