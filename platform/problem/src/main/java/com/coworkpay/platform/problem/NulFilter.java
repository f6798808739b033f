package com.coworkpay.platform.problem;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Refuses NUL in the query (`%00`), and takes a path with one for a path where nothing is.
public class NulFilter {

    @ServerRequestFilter(preMatching = true)
    public void refuseNul(UriInfo uri) {
        if (uri.getPath().indexOf('\0') >= 0) {
            throw new NotFoundException();
        }
        uri.getQueryParameters().forEach((name, values) -> {
            if (name.indexOf('\0') >= 0 || values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
                throw new FaultyRequest(Fault.of(new FieldPath().name(name).toString(), Fault.Sentence.NUL_CHARACTER));
            }
        });
    }
}
