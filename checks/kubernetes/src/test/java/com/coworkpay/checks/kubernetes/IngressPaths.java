package com.coworkpay.checks.kubernetes;

import com.coworkpay.tools.local.frontdoor.ContractPath;
import com.coworkpay.tools.local.frontdoor.Routes;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The Ingress lets through what the local front door lets through, to the same service, and nothing else.
final class IngressPaths {
    private static final String OURS = "coworkpay";

    /// An id of the booking system follows.
    private static final Pattern CANCELLATION =
            Pattern.compile("/v1/locations/[A-Za-z0-9_~-][A-Za-z0-9._~-]*/cancellations/(.+)", Pattern.DOTALL);

    /// What a service has for other services and for its operators.
    private static final List<String> NEVER = List.of(
            "/internal",
            "/internal/accounts/a/credential",
            "/q",
            "/q/health/ready",
            "/q/metrics",
            "/q/openapi",
            "/v1/locations/x/payments/../../../../internal/accounts/a/credential",
            "/v1/locations/x/payments/..%2f..%2f..%2f..%2finternal",
            "/v1/locations/x/payments/..;/..;/internal",
            "/v1/locations/x/cancellations/../../../internal/accounts/a/credential",
            "/v1/locations/x/cancellations/%2e%2e/%2E./.%2e/internal/accounts/a/credential",
            "/v1/locations/x/cancellations/a/%2e%2e/b",
            "/v1/locations/x/cancellations//internal",
            "/v1%2flocations/x/cancellations/a",
            "/v1/locations/%2e%2e/cancellations/a",
            "/v1/return/x//internal",
            "/v1/checkouts/x//internal",
            "/v1/checkouts",
            "//internal/accounts/a/credential",
            "/");

    private record Path(Pattern pattern, String service) {}

    private IngressPaths() {}

    static List<String> findings(Manifests manifests) {
        var findings = new ArrayList<String>();
        paths(manifests)
                .map(path -> path.path("path").asText())
                .filter(path -> !path.startsWith("/v1/") || !path.endsWith("$"))
                .forEach(path -> findings.add(path + " is not a whole path of the public API"));
        NEVER.stream().flatMap(path -> difference(manifests, path).stream()).forEach(findings::add);
        ofContracts().stream()
                .flatMap(of -> difference(manifests, of.path(), of.owner(), "by its contract").stream())
                .forEach(findings::add);
        NEVER.stream()
                .filter(path -> !owners(manifests, path).isEmpty())
                .forEach(path -> findings.add(path + " is let through"));
        return findings;
    }

    static Optional<String> difference(Manifests manifests, String path) {
        return difference(manifests, path, Routes.serviceOf(path), "by the front door");
    }

    private static Optional<String> difference(Manifests manifests, String path, Optional<String> owner, String of) {
        var ingress = owners(manifests, path);
        var expected = new TreeSet<>(owner.stream().toList());
        return ingress.equals(expected) || expected.isEmpty() && isAnId(path, ingress)
                ? Optional.empty()
                : Optional.of("%s leads to %s, %s to %s".formatted(path, ingress, of, expected));
    }

    /// Controllers that decode a path before they compare it see in an id what the front door refuses undecoded. It
    /// leads to the service of cancellations, which looks it up as an id, and to no other path.
    private static boolean isAnId(String path, TreeSet<String> ingress) {
        var found = CANCELLATION.matcher(path);
        return found.matches()
                && ingress.equals(new TreeSet<>(List.of("refund-service")))
                && Stream.of(found.group(1).split("/", -1))
                        .map(part -> part.replaceAll("%2[eE]", "."))
                        .noneMatch(part -> part.equals(".") || part.equals(".."))
                && !found.group(1).startsWith("/")
                && !found.group(1).contains("//");
    }

    private static Stream<JsonNode> paths(Manifests manifests) {
        return manifests.ofKind("Ingress").stream()
                .filter(ingress -> Manifests.nameOf(ingress).startsWith(OURS))
                .flatMap(ingress -> Manifests.each(ingress.at("/spec/rules")))
                .flatMap(rule -> Manifests.each(rule.at("/http/paths")));
    }

    /// A path of the Ingress is an expression that begins where the request's path begins.
    static TreeSet<String> owners(Manifests manifests, String path) {
        var owners = new TreeSet<String>();
        paths(manifests)
                .map(IngressPaths::path)
                .filter(candidate -> candidate.pattern().matcher(path).lookingAt())
                .forEach(candidate -> owners.add(candidate.service()));
        return owners;
    }

    private static Path path(JsonNode path) {
        return new Path(
                Pattern.compile(path.path("path").asText()),
                path.at("/backend/service/name").asText());
    }

    private static List<ContractPath> ofContracts() {
        try {
            return ContractPath.all(Repository.file(""));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
