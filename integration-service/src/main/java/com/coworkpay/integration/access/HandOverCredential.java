package com.coworkpay.integration.access;

import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.integration.access.domain.Actor;
import com.coworkpay.integration.access.domain.SealedHandOver;
import com.coworkpay.integration.access.persistence.HandOvers;
import com.coworkpay.integration.credential.Vault;
import com.coworkpay.integration.credential.persistence.CredentialId;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;

/// Gives an account's key to a service that calls KakaoPay with it. The audit row is committed before the key is even
/// opened. A sealed account is handed out as well: payments that wait may finish, and refunds go on.
@ApplicationScoped
public class HandOverCredential {

    @Inject
    HandOvers handOvers;

    @Inject
    Vault vault;

    @Inject
    IntegrationConfig config;

    /// @return the newest accepted version, and the one before it for a while after a rotation
    public Uni<HandedOver> of(UUID accountId, Actor actor) {
        return handOvers
                .release(accountId, config.credentials().formerUsableFor(), actor)
                .map(found -> found.map(this::open).orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }

    private HandedOver open(SealedHandOver sealed) {
        return new HandedOver(
                sealed.accountId(),
                sealed.locationId(),
                sealed.cid(),
                sealed.live(),
                sealed.refused(),
                open(sealed.accountId(), sealed.current()),
                sealed.former()
                        .map(former -> new HandedOver.FormerKey(
                                open(sealed.accountId(), former.sealed()), former.usableUntil())));
    }

    private HandedOver.Key open(UUID accountId, SealedHandOver.Sealed sealed) {
        var text = vault.open(sealed.bytes(), new CredentialId(accountId, sealed.version()));
        return new HandedOver.Key(sealed.kind(), text, sealed.version(), sealed.acceptedAt());
    }
}
