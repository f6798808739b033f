package com.coworkpay.kakaopay.accounts;

import com.coworkpay.kakaopay.connector.Credential;
import com.coworkpay.platform.secret.SecretText;
import io.quarkus.oidc.client.OidcClient;
import io.quarkus.oidc.client.Tokens;
import io.quarkus.oidc.client.runtime.TokensHelper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.CircuitBreaker;
import org.eclipse.microprofile.faulttolerance.Retry;
import org.eclipse.microprofile.faulttolerance.Timeout;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/// The neighbour that keeps the credentials, with everything that makes it bearable when it is slow or away.
@ApplicationScoped
public class IntegrationService {

    private final IntegrationApi api;
    private final OidcClient oidc;
    private final TokensHelper tokens = new TokensHelper();

    IntegrationService(@RestClient IntegrationApi api, OidcClient oidc) {
        this.api = api;
        this.oidc = oidc;
    }

    /// @return fails with [NoCredentialException] (`ACCOUNT_GONE`) when the account is not known: that is an answer, so
    /// it is
    ///     neither retried nor counted by the breaker
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    @Retry(maxRetries = 1, delay = 200, jitter = 100, abortOn = NoCredentialException.class)
    @CircuitBreaker(requestVolumeThreshold = 10, failureRatio = 0.5, delay = 2000, skipOn = NoCredentialException.class)
    Uni<Credentials> credentials(String accountId) {
        return tokens.getTokens(oidc)
                .map(Tokens::getAccessToken)
                .chain(token -> api.credential(accountId, "Bearer " + token))
                .map(IntegrationService::credentials)
                .onFailure(IntegrationService::isGone)
                .transform(_ -> new NoCredentialException(NoCredentialException.Why.ACCOUNT_GONE));
    }

    /// What a call found out. Not repeated: a later call says it again.
    @Timeout(value = 2, unit = ChronoUnit.SECONDS)
    Uni<Void> reportStatus(String accountId, long credentialVersion, String result) {
        return tokens.getTokens(oidc)
                .map(Tokens::getAccessToken)
                .chain(token -> api.reportStatus(
                        accountId,
                        "Bearer " + token,
                        new IntegrationApi.CredentialStatusRequest(credentialVersion, result)));
    }

    private static boolean isGone(Throwable failure) {
        return failure instanceof WebApplicationException answer
                && (answer.getResponse().getStatus() == 404
                        || answer.getResponse().getStatus() == 410);
    }

    private static Credentials credentials(IntegrationApi.IssuedCredential handed) {
        Credential newest = new Credential(handed.kind(), SecretText.of(handed.key()), handed.version());
        IntegrationApi.Previous former = handed.previous();
        return former == null
                ? new Credentials(newest, null, null, Boolean.TRUE.equals(handed.refused()))
                : new Credentials(
                        newest,
                        new Credential(former.kind(), SecretText.of(former.key()), former.version()),
                        former.usableUntil(),
                        Boolean.TRUE.equals(handed.refused()));
    }
}
