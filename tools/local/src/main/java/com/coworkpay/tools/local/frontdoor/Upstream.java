package com.coworkpay.tools.local.frontdoor;

import java.util.List;

/// A service behind the front door.
///
/// @param name the service's name, for people
/// @param ports where its processes listen on localhost, each on its own
public record Upstream(String name, List<Integer> ports) {
    public Upstream {
        ports = List.copyOf(ports);
        if (ports.isEmpty()) {
            throw new IllegalArgumentException(name + " has no process");
        }
    }

    public Upstream(String name, int port) {
        this(name, List.of(port));
    }
}
