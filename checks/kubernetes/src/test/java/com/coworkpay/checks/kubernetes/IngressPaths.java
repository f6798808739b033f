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
    static final String ONE_HOST = "console and checkouts are at one host";

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
            "/console/../q/metrics",
            "/console/%2e%2e/q/metrics",
            "/console//q/metrics",
            "/checkout",
            "/checkout/x/..;/q");

    /// The console's; the local front door has its landing page there.
    private static final String ROOT = "/";

    /// Pages for people who sign in.
    private static final List<String> SIGNED_IN = List.of(
            "/console",
            "/console/",
            "/console/assets/0123456789ab/console.css",
            "/console/signed-in",
            "/console/sign-out",
            "/console/gangnam/kakaopay/connection",
            "/console/gangnam/transactions/0190-a/refund/confirm");

    /// For whoever comes, and for machines.
    private static final List<String> OPEN = List.of(
            "/checkout/0190-a/c2ln",
            "/checkout/0190-a/c2ln/pay",
            "/checkout/assets/0123456789ab/console.css",
            "/checkout/language",
            "/v1/checkouts/0190-a/c2ln/stream",
            "/v1/return/0190-a/c2ln/approved",
            "/v1/locations",
            "/v1/locations/gangnam/payments");

    private record Path(Pattern pattern, String service) {}

    private IngressPaths() {}

    static List<String> findings(Manifests manifests) {
        var findings = new ArrayList<String>();
        paths(manifests)
                .map(path -> path.path("path").asText())
                .filter(path -> !path.matches("/(v1/|console\\(|checkout\\().*[$]|/[$]"))
                .forEach(path -> findings.add(path + " is not a whole path of the public API or of a page"));
        NEVER.stream().flatMap(path -> difference(manifests, path).stream()).forEach(findings::add);
        ofContracts().stream()
                .flatMap(of -> difference(manifests, of.path(), of.owner(), "by its contract").stream())
                .forEach(findings::add);
        NEVER.stream()
                .filter(path -> !owners(manifests, path).isEmpty())
                .forEach(path -> findings.add(path + " is let through"));
        Stream.of(SIGNED_IN, OPEN)
                .flatMap(List::stream)
                .flatMap(path -> difference(manifests, path).stream())
                .forEach(findings::add);
        if (!owners(manifests, hostOf(manifests, "Ingress/coworkpay-console"), ROOT)
                .equals(new TreeSet<>(List.of("console")))) {
            findings.add("/ does not lead to the console");
        }
        apart(manifests, findings);
        return findings;
    }

    /// A fault in a page for payers cannot act at the console: each has a host of its own.
    private static void apart(Manifests manifests, List<String> findings) {
        String payers = hostOf(manifests, "Ingress/coworkpay");
        String console = hostOf(manifests, "Ingress/coworkpay-console");
        if (payers.equals(console)) {
            findings.add(ONE_HOST);
            return;
        }
        SIGNED_IN.stream()
                .filter(path -> !owners(manifests, payers, path).isEmpty())
                .forEach(path -> findings.add(path + " is at the payers' host"));
        if (!owners(manifests, payers, ROOT).isEmpty()) {
            findings.add("/ is at the payers' host");
        }
        OPEN.stream()
                .filter(path -> !owners(manifests, console, path).isEmpty())
                .forEach(path -> findings.add(path + " is at the console's host"));
        OPEN.stream()
                .filter(path -> owners(manifests, payers, path).isEmpty())
                .forEach(path -> findings.add(path + " is not at the payers' host"));
        SIGNED_IN.stream()
                .filter(path -> owners(manifests, console, path).isEmpty())
                .forEach(path -> findings.add(path + " is not at the console's host"));
    }

    private static String hostOf(Manifests manifests, String ingress) {
        return manifests.get(ingress).at("/spec/rules/0/host").asText();
    }

    static Optional<String> difference(Manifests manifests, String path) {
        return difference(manifests, path, Routes.serviceOf(path), "by the front door");
    }

    private static Optional<String> difference(Manifests manifests, String path, Optional<String> owner, String of) {
        var ingress = owners(manifests, path);
        var expected = new TreeSet<>(owner.stream().toList());
        return path.equals(ROOT) || ingress.equals(expected) || expected.isEmpty() && isAnId(path, ingress)
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

    private static Stream<JsonNode> rules(Manifests manifests) {
        return manifests.ofKind("Ingress").stream()
                .filter(ingress -> Manifests.nameOf(ingress).startsWith(OURS))
                .flatMap(ingress -> Manifests.each(ingress.at("/spec/rules")));
    }

    private static Stream<JsonNode> paths(Manifests manifests) {
        return rules(manifests).flatMap(rule -> Manifests.each(rule.at("/http/paths")));
    }

    /// At any host.
    static TreeSet<String> owners(Manifests manifests, String path) {
        return owners(paths(manifests), path);
    }

    private static TreeSet<String> owners(Manifests manifests, String host, String path) {
        return owners(
                rules(manifests)
                        .filter(rule -> rule.path("host").asText().equals(host))
                        .flatMap(rule -> Manifests.each(rule.at("/http/paths"))),
                path);
    }

    /// A path of the Ingress is an expression that begins where the request's path begins.
    private static TreeSet<String> owners(Stream<JsonNode> paths, String path) {
        var owners = new TreeSet<String>();
        paths.map(IngressPaths::path)
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
