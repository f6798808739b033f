package com.coworkpay.integration.connection.api;

import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.integration.connection.SiteDomains;
import com.coworkpay.integration.location.api.EntityTags;
import com.coworkpay.integration.location.domain.LocationState;
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

    public RestResponse<ConnectionView> show(LocationState state) {
        var links = new ConnectionView.Installation(siteDomains.list(), config.aboutUrl(), config.docsUrl());
        return EntityTags.tagged(RestResponse.Status.OK, ConnectionView.of(state, links), state.version());
    }
}
