package com.coworkpay.console.client;

import com.coworkpay.console.session.Visit;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;

/// Services have on record from where something was done: by the person, not by the console. They believe it only where
/// nobody else reaches them (`quarkus.http.proxy.proxy-address-forwarding`).
public class FromAddress implements ClientRequestFilter {

    static final String HEADER = "X-Forwarded-For";

    private final Visit visit;

    public FromAddress(Visit visit) {
        this.visit = visit;
    }

    @Override
    public void filter(ClientRequestContext request) {
        String from = visit.from();
        if (from != null) {
            request.getHeaders().putSingle(HEADER, from);
        }
    }
}
