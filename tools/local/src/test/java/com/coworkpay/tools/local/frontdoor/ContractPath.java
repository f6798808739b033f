package com.coworkpay.tools.local.frontdoor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/// A path of a service's OpenAPI contract, its parameters filled. The doors are held against it: the local front door,
/// nginx of the composition and the Ingress.
///
/// @param service whose contract it is, by the name of its module
public record ContractPath(String service, String path) {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]+)}");
    private static final String ID = "0190c0de-0000-7000-8000-00000000000a";

    /// The shortest and the longest that a client may send, by the parameter's name.
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry("locationId", List.of("0", "Z" + "_".repeat(62) + "-")),
            Map.entry("accountId", List.of(ID, ID)),
            Map.entry("paymentId", List.of(ID, ID)),
            Map.entry("checkoutId", List.of(ID, ID)),
            Map.entry("refundId", List.of(ID, ID)),
            Map.entry("comparisonId", List.of(ID, ID)),
            Map.entry("batchId", List.of(ID, ID)),
            Map.entry("rebuildId", List.of(ID, ID)),
            Map.entry("deadLetterId", List.of(ID, ID)),
            Map.entry("id", List.of(ID, ID)),
            Map.entry("kind", List.of("PUBLIC", "RESOURCE")),
            // 16 bytes, in Base64 for addresses.
            Map.entry("signature", List.of("-".repeat(22), "_".repeat(22))),
            // The contract of events bounds it by its length alone.
            Map.entry(
                    "cancellationId", List.of("c", URLEncoder.encode("취".repeat(199) + "/", StandardCharsets.UTF_8))));

    /// All of the checkout, each path once with the shortest and once with the longest values.
    public static List<ContractPath> all(Path checkout) throws IOException {
        try (var files = Files.list(checkout.resolve("docs/contracts/openapi"))) {
            return files.sorted().flatMap(ContractPath::in).distinct().toList();
        }
    }

    static List<ContractPath> all() throws IOException {
        return all(Path.of(System.getProperty("coworkpay.root")));
    }

    /// The service it has to lead to: nobody's, unless the contract has it for clients.
    public Optional<String> owner() {
        return path.startsWith("/v1/") ? Optional.of(service) : Optional.empty();
    }

    private static Stream<ContractPath> in(Path file) {
        String service = file.getFileName().toString().replace(".yaml", "");
        return paths(file)
                .flatMap(path -> Stream.of(0, 1)
                        .map(length -> PARAMETER.matcher(path).replaceAll(found -> value(found.group(1), length))))
                .map(path -> new ContractPath(service, path));
    }

    private static String value(String parameter, int length) {
        return Optional.ofNullable(VALUES.get(parameter))
                .orElseThrow(() -> new AssertionError("what a client may send as " + parameter + " is not said here"))
                .get(length);
    }

    private static Stream<String> paths(Path file) {
        try {
            Map<String, Map<String, Object>> contract = new Yaml().load(Files.readString(file));
            return Objects.requireNonNull(contract.get("paths")).keySet().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
