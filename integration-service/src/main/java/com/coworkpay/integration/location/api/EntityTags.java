package com.coworkpay.integration.location.api;

import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/// Answers that carry a location's version as entity tag.
public final class EntityTags {

    private EntityTags() {}

    public static <T> RestResponse<T> tagged(RestResponse.Status status, T body, long version) {
        return RestResponse.ResponseBuilder.create(status, body)
                .header(HttpHeaders.ETAG, "\"" + version + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
