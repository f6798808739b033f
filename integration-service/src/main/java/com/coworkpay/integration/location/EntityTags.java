package com.coworkpay.integration.location;

import com.coworkpay.platform.problem.Language;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.RestResponse;

/// Answers that carry a location's version as entity tag.
public final class EntityTags {

    private EntityTags() {}

    /// An answer with sentences in it.
    public static <T> RestResponse<T> localized(Language language, T body) {
        return RestResponse.ResponseBuilder.ok(body)
                .header(HttpHeaders.CONTENT_LANGUAGE, language.tag())
                .header(HttpHeaders.VARY, HttpHeaders.ACCEPT_LANGUAGE)
                .build();
    }

    public static <T> RestResponse<T> tagged(RestResponse.Status status, T body, long version) {
        return RestResponse.ResponseBuilder.create(status, body)
                .header(HttpHeaders.ETAG, "\"" + version + "\"")
                .header(HttpHeaders.CACHE_CONTROL, "no-cache")
                .build();
    }
}
