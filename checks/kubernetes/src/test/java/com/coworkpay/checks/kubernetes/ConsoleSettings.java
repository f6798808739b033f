package com.coworkpay.checks.kubernetes;

import com.coworkpay.tools.local.stack.Services;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// The console asks all services, is spoken to by TLS alone, keeps people's tokens by a secret that all its pods share,
/// and lets its forms lead to where people pay and sign in.
final class ConsoleSettings {
    private static final String CONSOLE = "Deployment/" + Services.CONSOLE;
    private static final String SIMULATOR = "Deployment/kakaopay-simulator";

    private static final List<String> SECRETS =
            List.of("quarkus.oidc.credentials.secret", "quarkus.oidc.token-state-manager.encryption-secret");

    private ConsoleSettings() {}

    static List<String> findings(Manifests manifests) {
        var findings = new ArrayList<String>();
        var environment = Pods.environment(manifests, manifests.get(CONSOLE));
        for (String service : Services.NAMES) {
            var address = URI.create(environment.getOrDefault(variable(service), "nowhere"));
            if (!service.equals(address.getHost()) || !hasPort(manifests, service, address.getPort())) {
                findings.add("the console looks for " + service + " at " + address);
            }
        }
        if (!environment
                .getOrDefault("COWORKPAY_CONSOLE_SECURE_COOKIES", "true")
                .equals("true")) {
            findings.add("the console's cookies go over plain HTTP");
        }
        String volumes = Pods.spec(manifests.get(CONSOLE)).path("volumes").toString();
        SECRETS.stream()
                .filter(file -> !volumes.contains('"' + file + '"'))
                .forEach(file -> findings.add("the console has no file " + file));
        if (environment.containsKey("COWORKPAY_CONSOLE_SIMULATOR_KEY") && !manifests.has(SIMULATOR)) {
            findings.add("the console offers a simulator's key where there is no simulator");
        }
        forms(manifests, environment, findings);
        return findings;
    }

    private static void forms(Manifests manifests, Map<String, String> environment, List<String> findings) {
        var origins = List.of(
                environment.getOrDefault("COWORKPAY_CONSOLE_FORM_TARGETS", "").split(",", -1));
        Stream<String> pay = manifests.has(SIMULATOR)
                ? Stream.of("https://"
                        + manifests
                                .get("Ingress/kakaopay-simulator")
                                .at("/spec/rules/0/host")
                                .asText())
                : Stream.of("https://*.kakaopay.com", "https://*.kakao.com");
        pay.filter(origin -> !origins.contains(origin))
                .forEach(origin -> findings.add("no form of the console may lead to " + origin));
        origins.stream()
                .filter(origin -> !origin.matches("https://(\\*\\.)?[a-z0-9.-]+"))
                .forEach(origin -> findings.add("'" + origin + "' is no origin to which a form may lead"));
    }

    private static String variable(String service) {
        return "COWORKPAY_CONSOLE_%s_URL"
                .formatted(service.replace("-service", "").toUpperCase(Locale.ROOT));
    }

    private static boolean hasPort(Manifests manifests, String service, int port) {
        return manifests.has("Service/" + service)
                && Manifests.each(manifests.get("Service/" + service).at("/spec/ports"))
                        .anyMatch(each -> each.path("port").asInt() == port);
    }
}
