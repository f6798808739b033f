package com.coworkpay.platform.problem;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Takes a path with NUL (`%00`) for a path where nothing is. [QueryFilter] looks at the query.
public class NulInPath {

    @ServerRequestFilter(preMatching = true)
    public void nothingIsThere(UriInfo uri) {
        if (uri.getPath().indexOf('\0') >= 0) {
            throw new NotFoundException();
        }
    }
}
