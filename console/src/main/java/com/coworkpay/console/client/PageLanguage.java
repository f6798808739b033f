package com.coworkpay.console.client;

import com.coworkpay.console.session.Visit;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;

/// Services answer in the language of the page.
public class PageLanguage implements ClientRequestFilter {

    private final Visit visit;

    public PageLanguage(Visit visit) {
        this.visit = visit;
    }

    @Override
    public void filter(ClientRequestContext request) {
        request.getHeaders()
                .putSingle(HttpHeaders.ACCEPT_LANGUAGE, visit.language().tag());
    }
}
