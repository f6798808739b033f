package com.coworkpay.platform.audit;

import com.coworkpay.platform.identity.Caller;
import io.opentelemetry.api.trace.Span;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/// Who sent this request. The address is the front door's or the Ingress's unless
/// `quarkus.http.proxy.proxy-address-forwarding` is on; it is only to be on where nobody else can reach the service.
@RequestScoped
public class CurrentActor {

    private final Caller caller;
    private final HttpServerRequest request;

    CurrentActor(Caller caller, HttpServerRequest request) {
        this.caller = caller;
        this.request = request;
    }

    public Actor get() {
        return of(caller.subject());
    }

    /// Of a request without a token, such as one by a signed link.
    ///
    /// @param subject what the request is known by instead
    public Actor of(String subject) {
        var span = Span.current().getSpanContext();
        SocketAddress address = request.remoteAddress();
        return new Actor(
                subject,
                address == null ? "unknown" : address.hostAddress(),
                span.isValid() ? Optional.of(span.getTraceId()) : Optional.empty());
    }
}
