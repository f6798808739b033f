package com.coworkpay.tools.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.load.ConsoleVisitor;
import com.coworkpay.tools.local.stack.DemoMerchants;
import com.coworkpay.tools.local.stack.Services;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// What docs/reference/metrics.md says is what the running services expose, and what the runbooks ask can be asked.
class MetricsIT {
    private static final String OURS = "coworkpay_";
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| `(\\w+)` \\| (\\w+) \\|([^|]*)\\| ([^|]+) \\| (?:max|sum|each) \\|");
    private static final Pattern WORD = Pattern.compile("`(\\w+)`");
    private static final Pattern TYPE = Pattern.compile("(?m)^# TYPE (\\w+) (\\w+)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern STATEMENT = Pattern.compile("```sql\\n\\s*-- ([a-z, ]+)\\n(.*?)```", Pattern.DOTALL);

    private final Stack stack = Stack.shared();
    private final Http http = new Http();
    private final Path docs = Path.of(System.getProperty("coworkpay.root"), "docs");

    @Test
    void theReferenceIsWhatTheServicesExpose() throws Exception {
        var place = stack.place();
        var payment = makeEverythingHappen(place);
        for (String service : Services.PROGRAMS) {
            await().atMost(Stack.LIMIT).untilAsserted(() -> {
                var exposed = exposedBy(service);
                var documented = documentedFor(service);
                assertThat(ours(exposed)).as("of " + service).isEqualTo(ours(documented));
                fromLibraries(documented).forEach((name, shape) -> assertThat(exposed.get(name))
                        .as("%s of %s", name, service)
                        .matches(found -> found != null && shape.isPartOf(found), "as documented: " + shape));
            });
            // No label holds an id, a name or a text.
            assertThat(metricsOf(service)).doesNotContain(payment.id(), place.location(), "jisoo", "minji");
        }
        assertThat(sum(Services.PAYMENT, "coworkpay_payments_total{[^}]*status=\"PAID\""))
                .isPositive();
        assertThat(sum(Services.PAYMENT, "coworkpay_payments_total{[^}]*status=\"UNKNOWN\""))
                .isPositive();
        assertThat(sum(Services.REFUND, "coworkpay_refunds_total{[^}]*status=\"UNKNOWN\""))
                .isPositive();
        assertThat(sum(Services.REFUND, "coworkpay_refunds_total{[^}]*status=\"SUCCEEDED\""))
                .isPositive();
        assertThat(sum(Services.REFUND, "coworkpay_refund_decisions_total{[^}]*outcome=\"REFUND\""))
                .isPositive();
        assertThat(sum(Services.INTEGRATION, "coworkpay_credential_checks_total{[^}]*WRONG_KEY"))
                .isPositive();
    }

    private double sum(String service, String series) throws IOException {
        return Pattern.compile("(?m)^" + series.replace("{[", "\\{[") + ".* (\\S+)$")
                .matcher(metricsOf(service))
                .results()
                .mapToDouble(found -> Double.parseDouble(found.group(1)))
                .sum();
    }

    @Test
    void theRunbooksStatementsReadWhatIsThere() throws Exception {
        int tried = 0;
        try (var pages = Files.list(docs.resolve("runbooks"))) {
            for (Path page : pages.toList()) {
                for (MatchResult found :
                        STATEMENT.matcher(Files.readString(page)).results().toList()) {
                    for (String database : found.group(1).split(", ")) {
                        ask(database, found.group(2), page);
                        tried++;
                    }
                }
            }
        }
        assertThat(tried).isGreaterThan(20);
    }

    /// A payment with a lost answer, its refund with another, and a refused key: so each meter has been used.
    private StartedPayment makeEverythingHappen(Stack.Place place) throws IOException {
        var refused = place.suite()
                .administrators()
                .connect(place.location(), "SECRET_KEY", "PRD" + "0".repeat(37), DemoMerchants.SECRET_KEY_CID);
        assertThat(refused.status() / 100).isEqualTo(4);
        var payment = place.begun();
        place.kakaopay().fault(Fault.of(Endpoint.APPROVE, FaultKind.RESET_AFTER).forOrder(payment.id()));
        place.suite().visit(place.kakaopay().pay(payment.redirectUrl(), Method.MONEY));
        place.suite().awaitStatus(payment, "SUCCEEDED");
        place.kakaopay().fault(Fault.of(Endpoint.CANCEL, FaultKind.RESET_AFTER).forOrder(payment.id()));
        try (var bookingSystem = new BookingSystem(stack.stack().bootstrapServers())) {
            bookingSystem.cancel(place.location(), place.lastBooking());
        }
        place.suite().administrators().awaitRefunds(payment, ApiClient.BOOKING_KRW);
        for (String service : Services.NAMES) {
            http.send("GET", stack.stack().address(service).resolve("/v1/locations/nowhere"), Map.of(), null);
        }
        ConsoleVisitor.signedIn(stack.stack().address(Services.CONSOLE), "minji")
                .page("/console/locations");
        return payment;
    }

    private void ask(String database, String sql, Path page) throws SQLException {
        try (var connection = stack.stack().database(database)) {
            connection.setReadOnly(true);
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                assertThat(statement.execute(sql))
                        .as("%s answers with rows: %s", page, sql)
                        .isTrue();
            } catch (SQLException failed) {
                throw new SQLException(page + ": " + sql, failed);
            }
        }
    }

    /// What a metric is: its type and its labels.
    private record Shape(String type, TreeSet<String> labels) {
        /// Libraries have more labels than anybody asks for.
        boolean isPartOf(Shape other) {
            return type.equals(other.type) && other.labels.containsAll(labels);
        }
    }

    private Map<String, Shape> documentedFor(String service) throws IOException {
        return ROW.matcher(Files.readString(docs.resolve("reference/metrics.md")))
                .results()
                .filter(row -> !row.group(1).equals("up"))
                .filter(row -> of(row.group(4), service))
                .collect(Collectors.toMap(
                        row -> row.group(1),
                        row -> new Shape(row.group(2), words(WORD, row.group(3))),
                        (a, b) -> a,
                        TreeMap::new));
    }

    /// `all` are the four services.
    private static boolean of(String cell, String program) {
        var names = Arrays.asList(cell.split(", "));
        return names.contains(program.replace("-service", ""))
                || names.contains("all") && Services.NAMES.contains(program);
    }

    private Map<String, Shape> exposedBy(String service) throws IOException {
        String text = metricsOf(service);
        return TYPE.matcher(text)
                .results()
                .collect(Collectors.toMap(
                        type -> type.group(1),
                        type -> new Shape(type.group(2), labels(text, type.group(1))),
                        (a, b) -> a,
                        TreeMap::new));
    }

    private String metricsOf(String service) throws IOException {
        var uri = stack.stack().address(service).resolve("/q/metrics");
        return http.send("GET", uri, Map.of("Accept", "text/plain; version=0.0.4"), null)
                .body();
    }

    private static TreeSet<String> labels(String text, String metric) {
        var labels = new TreeSet<String>();
        Pattern.compile("(?m)^" + metric + "(?:_count|_sum|_bucket)?\\{(.*)} \\S+$")
                .matcher(text)
                .results()
                .forEach(series -> labels.addAll(words(LABEL, series.group(1))));
        labels.remove("le");
        return labels;
    }

    private static TreeSet<String> words(Pattern word, String text) {
        return word.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Shape> ours(Map<String, Shape> all) {
        var ours = new TreeMap<>(all);
        ours.keySet().removeIf(name -> !name.startsWith(OURS));
        return ours;
    }

    private static Map<String, Shape> fromLibraries(Map<String, Shape> all) {
        var others = new TreeMap<>(all);
        others.keySet().removeIf(name -> name.startsWith(OURS));
        return others;
    }
}
