package com.coworkpay.integration.connection.api;

import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.integration.connection.CountSameCid;
import com.coworkpay.integration.connection.SiteDomains;
import com.coworkpay.integration.location.api.EntityTags;
import com.coworkpay.integration.location.domain.LocationState;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.resteasy.reactive.RestResponse;

/// Puts the installation's part of the connect page beside the location's.
@ApplicationScoped
public class ConnectionPresenter {

    private final SiteDomains siteDomains;
    private final IntegrationConfig config;
    private final CountSameCid sameCid;

    ConnectionPresenter(SiteDomains siteDomains, IntegrationConfig config, CountSameCid sameCid) {
        this.siteDomains = siteDomains;
        this.config = config;
        this.sameCid = sameCid;
    }

    public Uni<RestResponse<ConnectionResponse>> present(LocationState state) {
        var links = new ConnectionResponse.Installation(siteDomains.list(), config.aboutUrl(), config.docsUrl());
        return sameCid.elsewhere(state)
                .map(count -> EntityTags.tagged(
                        RestResponse.Status.OK, ConnectionResponse.of(state, links, count), state.version()));
    }
}
