package com.coworkpay.integration.connection.api;

import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.integration.connection.SiteDomains;
import com.coworkpay.integration.connection.persistence.MerchantAccounts;
import com.coworkpay.integration.location.api.EntityTags;
import com.coworkpay.integration.location.domain.LocationState;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jboss.resteasy.reactive.RestResponse;

/// Puts the installation's part of the connect page beside the location's.
@ApplicationScoped
public class ConnectPage {

    @Inject
    SiteDomains siteDomains;

    @Inject
    IntegrationConfig config;

    @Inject
    MerchantAccounts accounts;

    public Uni<RestResponse<ConnectionView>> show(LocationState state) {
        var links = new ConnectionView.Installation(siteDomains.list(), config.aboutUrl(), config.docsUrl());
        return elsewhere(state)
                .map(count -> EntityTags.tagged(
                        RestResponse.Status.OK, ConnectionView.of(state, links, count), state.version()));
    }

    /// Their number alone: whose they are is nobody's business who has no permission there.
    private Uni<Long> elsewhere(LocationState state) {
        return state.activeAccount()
                .map(account -> Panache.withSession(() -> accounts.countElsewhere(account.cid(), state.id())))
                .orElseGet(() -> Uni.createFrom().item(0L));
    }
}
