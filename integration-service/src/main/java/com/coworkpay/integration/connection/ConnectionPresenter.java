package com.coworkpay.integration.connection;

import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.integration.location.EntityTags;
import com.coworkpay.integration.location.MerchantAccountStore;
import com.coworkpay.integration.location.domain.LocationState;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;

/// Puts the installation's part of the connect page beside the location's.
@ApplicationScoped
class ConnectionPresenter {

    private final IntegrationConfig config;
    private final MerchantAccountStore accounts;

    ConnectionPresenter(IntegrationConfig config, MerchantAccountStore accounts) {
        this.config = config;
        this.accounts = accounts;
    }

    Uni<RestResponse<ConnectionResponse>> present(LocationState state) {
        var links =
                new ConnectionResponse.Installation(config.registeredDomains(), config.aboutUrl(), config.docsUrl());
        return sameCidElsewhere(state)
                .map(count -> EntityTags.tagged(
                        RestResponse.Status.OK, ConnectionResponse.of(state, links, count), state.version()));
    }

    /// How many other locations are connected with the same CID: a key that is replaced at one is dead at all of them.
    /// Their number alone: whose they are is nobody's business who has no permission there.
    private Uni<Long> sameCidElsewhere(LocationState state) {
        return state.activeAccount()
                .map(account -> Panache.withSession(() -> accounts.countElsewhere(account.cid(), state.id())))
                .orElseGet(() -> Uni.createFrom().item(0L));
    }
}
