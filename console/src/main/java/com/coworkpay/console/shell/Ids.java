package com.coworkpay.console.shell;

import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/// What stands in an address of ours becomes a part of a service's address: only what can be an id goes on.
public class Ids {

    private static final Pattern LOCATION = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Map<String, Pattern> SHAPES =
            Map.of("location", LOCATION, "payment", ID, "refund", ID, "id", ID, "checkout", ID);

    @ServerRequestFilter
    public void check(UriInfo address) {
        address.getPathParameters().forEach((name, values) -> {
            Pattern shape = SHAPES.get(name);
            if (shape != null
                    && !values.stream().allMatch(value -> shape.matcher(value).matches())) {
                throw new NoSuchPageException();
            }
        });
    }
}
