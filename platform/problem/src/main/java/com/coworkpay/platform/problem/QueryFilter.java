package com.coworkpay.platform.problem;

import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// Query parameters are as strict as bodies: a parameter that is not known, stands twice or holds nothing would
/// otherwise answer a question that was not asked (all rows instead of some). NUL is refused with them.
public class QueryFilter {

    private final Map<Method, QueryParameters> declared = new ConcurrentHashMap<>();

    @ServerRequestFilter
    public void refuseWhatIsNotDeclared(UriInfo uri, ResourceInfo resource) {
        Map<String, List<String>> query = uri.getQueryParameters();
        if (query.isEmpty() || resource.getResourceClass().isAnnotationPresent(AnyQuery.class)) {
            return;
        }
        List<RequestError> faults = declared.computeIfAbsent(resource.getResourceMethod(), QueryParameters::of)
                .faultsOf(query);
        if (!faults.isEmpty()) {
            throw new BadRequestException(faults);
        }
    }
}
