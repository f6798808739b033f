package com.coworkpay.kakaopay.simulator.engine;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/// Whether a URL lies on a registered site domain: same scheme, host and port; `*.` stands for one label or more.
final class Domains {
    private Domains() {}

    static boolean contain(List<String> registered, URI url) {
        String origin = origin(url.getScheme(), url.getHost(), url.getPort());
        return registered.stream().anyMatch(domain -> matches(domain, origin));
    }

    private static boolean matches(String domain, String origin) {
        int wildcard = domain.indexOf("://*.");
        if (wildcard < 0) {
            URI site = URI.create(domain);
            return site.getHost() != null && origin.equals(origin(site.getScheme(), site.getHost(), site.getPort()));
        }
        URI base = URI.create(domain.substring(0, wildcard) + "://" + domain.substring(wildcard + 5));
        if (base.getHost() == null) {
            return false;
        }
        String whole = origin(base.getScheme(), base.getHost(), base.getPort());
        String scheme = base.getScheme().toLowerCase(Locale.ROOT) + "://";
        String rest = "." + whole.substring(scheme.length());
        return origin.startsWith(scheme) && origin.endsWith(rest) && origin.length() > scheme.length() + rest.length();
    }

    private static String origin(String scheme, String host, int port) {
        String lower = scheme.toLowerCase(Locale.ROOT);
        int effective = port >= 0 ? port : lower.equals("https") ? 443 : 80;
        return lower + "://" + host.toLowerCase(Locale.ROOT) + ":" + effective;
    }
}
