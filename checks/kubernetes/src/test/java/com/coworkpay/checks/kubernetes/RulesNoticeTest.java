package com.coworkpay.checks.kubernetes;

import static com.coworkpay.checks.kubernetes.Rule.CONNECTIONS;
import static com.coworkpay.checks.kubernetes.Rule.CONNECTION_LIMITS;
import static com.coworkpay.checks.kubernetes.Rule.CONSOLE;
import static com.coworkpay.checks.kubernetes.Rule.DISRUPTION;
import static com.coworkpay.checks.kubernetes.Rule.GRACEFUL_STOP;
import static com.coworkpay.checks.kubernetes.Rule.HEALTH;
import static com.coworkpay.checks.kubernetes.Rule.INGRESS_PATHS;
import static com.coworkpay.checks.kubernetes.Rule.KAFKA_RIGHTS;
import static com.coworkpay.checks.kubernetes.Rule.MIGRATIONS;
import static com.coworkpay.checks.kubernetes.Rule.MONITORING;
import static com.coworkpay.checks.kubernetes.Rule.NETWORK;
import static com.coworkpay.checks.kubernetes.Rule.POD_SECURITY;
import static com.coworkpay.checks.kubernetes.Rule.PROGRAMS;
import static com.coworkpay.checks.kubernetes.Rule.SECRECY;
import static com.coworkpay.checks.kubernetes.Rule.STRICT_TYPES;
import static com.coworkpay.checks.kubernetes.Rule.TOPICS;
import static com.coworkpay.checks.kubernetes.Rule.WAY_BACK_UNLOGGED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Each rule against manifests that break it: a check that cannot fail checks nothing.
class RulesNoticeTest {
    private static final String POSTGRESQL = "Cluster/coworkpay-postgresql";
    private static final String PAYMENT = "Deployment/payment-service";
    private static final String POD = "/spec/template/spec";
    private static final String CONTAINER = POD + "/containers/0";
    private static final String INGRESS = "Ingress/coworkpay-api";
    private static final String WAY_BACK = "Ingress/coworkpay-return";
    private static final String ANNOTATIONS = "/metadata/annotations/";
    private static final String FIRST_PATH = "/spec/rules/0/http/paths/0";

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("breaks")
    void isNoticed(Rule rule, String what, UnaryOperator<Manifests> broken, String finding) {
        assertThat(rule.findings(broken.apply(Overlay.STAGING.manifests()), Overlay.STAGING))
                .as(what)
                .anyMatch(found -> found.contains(finding));
    }

    static Stream<Arguments> breaks() {
        return Stream.of(
                        types(),
                        pods(),
                        healthAndStop(),
                        disruptions(),
                        secrets(),
                        edges(),
                        paths(),
                        console(),
                        wayBack(),
                        kafka(),
                        names())
                .flatMap(breaks -> breaks);
    }

    private static Stream<Arguments> types() {
        return Stream.of(
                added(STRICT_TYPES, PAYMENT, CONTAINER + "/readynessProbe", "{}", "readynessProbe"),
                added(STRICT_TYPES, PAYMENT, "/spec/replicas", "\"2\"", "replicas"),
                added(STRICT_TYPES, "ConfigMap/" + settings(), "/data/QUARKUS_HTTP_PORT", "8080", "QUARKUS_HTTP_PORT"),
                added(STRICT_TYPES, "Job/payment-migrations", "/spec/retries", "3", "retries"),
                added(STRICT_TYPES, "PodDisruptionBudget/payment-service", "/spec/minReady", "1", "minReady"),
                added(STRICT_TYPES, "NetworkPolicy/kakaopay", "/spec/egres", "[]", "egres"),
                added(STRICT_TYPES, INGRESS, FIRST_PATH + "/type", "Exact", "type"),
                added(STRICT_TYPES, "PodMonitor/coworkpay", "/spec/podMetricsEndpoints/0/url", "/q", "url"),
                added(STRICT_TYPES, "Kafka/coworkpay-kafka", "/spec/kafka/replicaCount", "3", "replicaCount"),
                added(STRICT_TYPES, "KafkaNodePool/node", "/spec/role", "broker", "role"),
                added(STRICT_TYPES, "KafkaTopic/payment.events", "/spec/partition", "3", "partition"),
                added(STRICT_TYPES, "KafkaUser/payment-service", "/spec/acl", "[]", "acl"),
                added(STRICT_TYPES, POSTGRESQL, "/spec/instance", "3", "instance"),
                added(STRICT_TYPES, "Database/payment", "/spec/databaseOwner", "x", "databaseOwner"),
                added(STRICT_TYPES, PAYMENT, "/apiVersion", "apps/v1beta2", "nobody here knows"));
    }

    private static Stream<Arguments> pods() {
        return Stream.of(
                added(POD_SECURITY, PAYMENT, POD + "/securityContext/runAsNonRoot", "false", "as root"),
                added(POD_SECURITY, PAYMENT, POD + "/securityContext/runAsUser", "0", "no user"),
                removed(POD_SECURITY, PAYMENT, POD + "/securityContext/seccompProfile", "seccomp"),
                added(POD_SECURITY, PAYMENT, POD + "/automountServiceAccountToken", "true", "token"),
                removed(POD_SECURITY, PAYMENT, POD + "/enableServiceLinks", "other services"),
                added(POD_SECURITY, PAYMENT, POD + "/hostNetwork", "true", "hostNetwork"),
                added(POD_SECURITY, PAYMENT, POD + "/volumes/-", "{name: x, hostPath: {path: /}}", "hostPath"),
                added(
                        POD_SECURITY,
                        PAYMENT,
                        CONTAINER + "/securityContext/readOnlyRootFilesystem",
                        "false",
                        "its root"),
                added(POD_SECURITY, PAYMENT, CONTAINER + "/securityContext/privileged", "true", "privileged"),
                removed(POD_SECURITY, PAYMENT, CONTAINER + "/securityContext/allowPrivilegeEscalation", "escalate"),
                added(
                        POD_SECURITY,
                        PAYMENT,
                        CONTAINER + "/securityContext/capabilities/add",
                        "[NET_RAW]",
                        "capabilities"),
                removed(POD_SECURITY, PAYMENT, CONTAINER + "/resources/limits/memory", "limits"),
                added(
                        POD_SECURITY,
                        PAYMENT,
                        CONTAINER + "/volumeMounts/-",
                        "{name: tmp, mountPath: /app}",
                        "elsewhere"),
                removed(
                        POD_SECURITY,
                        "Job/refund-migrations",
                        CONTAINER + "/securityContext/capabilities",
                        "Job/refund"),
                removed(POD_SECURITY, "ServiceAccount/payment-service", "/automountServiceAccountToken", "token"),
                removed(
                        POD_SECURITY,
                        "Namespace/coworkpay-staging",
                        "/metadata/labels/pod-security.kubernetes.io~1enforce",
                        "namespace"));
    }

    private static Stream<Arguments> healthAndStop() {
        return Stream.of(
                added(HEALTH, PAYMENT, CONTAINER + "/readinessProbe/httpGet/path", "/q/health", "readinessProbe"),
                removed(HEALTH, PAYMENT, CONTAINER + "/startupProbe", "startupProbe"),
                added(HEALTH, PAYMENT, CONTAINER + "/livenessProbe/httpGet/path", "/q/health/ready", "livenessProbe"),
                added(
                        HEALTH,
                        PAYMENT,
                        CONTAINER + "/env",
                        "[{name: MP_MESSAGING_CONNECTOR_SMALLRYE_KAFKA_HEALTH_ENABLED, value: 'true'}]",
                        "changes what its health is"),
                added(GRACEFUL_STOP, PAYMENT, POD + "/terminationGracePeriodSeconds", "40", "is killed after"),
                removed(GRACEFUL_STOP, PAYMENT, CONTAINER + "/lifecycle", "every node"),
                added(
                        GRACEFUL_STOP,
                        PAYMENT,
                        CONTAINER + "/env",
                        "[{name: QUARKUS_SHUTDOWN_TIMEOUT, value: PT17S}]",
                        "waits PT17S"),
                added(
                        GRACEFUL_STOP,
                        PAYMENT,
                        CONTAINER + "/env",
                        "[{name: COWORKPAY_KAKAOPAY_READ_TIMEOUT, value: 30s}]",
                        "up to PT32S"));
    }

    private static Stream<Arguments> disruptions() {
        return Stream.of(
                broken(DISRUPTION, "no budget", m -> m.without("PodDisruptionBudget/payment-service"), "0 disruption"),
                added(DISRUPTION, "PodDisruptionBudget/payment-service", "/spec/maxUnavailable", "2", "more than one"),
                added(DISRUPTION, PAYMENT, "/spec/strategy/rollingUpdate/maxUnavailable", "1", "before another"),
                removed(DISRUPTION, PAYMENT, POD + "/topologySpreadConstraints/0", "zone"),
                removed(DISRUPTION, PAYMENT, POD + "/topologySpreadConstraints/1", "hostname"),
                added(
                        DISRUPTION,
                        PAYMENT,
                        POD + "/topologySpreadConstraints/0/labelSelector/matchLabels",
                        "{app.kubernetes.io/part-of: coworkpay}",
                        "zone"));
    }

    private static Stream<Arguments> secrets() {
        return Stream.of(
                added(
                        SECRECY,
                        PAYMENT,
                        CONTAINER + "/env",
                        "[{name: X, valueFrom: {secretKeyRef: {name: a, key: b}}}]",
                        "in variable X"),
                added(SECRECY, PAYMENT, CONTAINER + "/envFrom/-", "{secretRef: {name: a}}", "in its variables"),
                added(
                        SECRECY,
                        PAYMENT,
                        CONTAINER + "/env",
                        "[{name: QUARKUS_DATASOURCE_PASSWORD, value: x}]",
                        "QUARKUS_DATASOURCE_PASSWORD"),
                added(
                        SECRECY,
                        "ConfigMap/" + settings(),
                        "/data/QUARKUS_OIDC_CLIENT_CREDENTIALS_SECRET",
                        "x",
                        "CREDENTIALS_SECRET"),
                added(
                        SECRECY,
                        "ConfigMap/" + settings(),
                        "/data/QUARKUS_DATASOURCE_JDBC_URL",
                        "jdbc:postgresql://a/b?password=c",
                        "JDBC_URL"),
                broken(
                        SECRECY,
                        "a Secret in the manifests",
                        m -> m.and("{apiVersion: v1, kind: Secret, metadata: {name: a}}"),
                        "Secret/a"),
                added(SECRECY, PAYMENT, POD + "/volumes/0/projected/defaultMode", "292", "lets others read"),
                added(
                        SECRECY,
                        PAYMENT,
                        POD + "/volumes/0/projected/sources/0/secret/name",
                        "forgotten",
                        "forgotten, which nobody makes"));
    }

    private static Stream<Arguments> edges() {
        return Stream.of(
                broken(NETWORK, "no default", m -> m.without("NetworkPolicy/default-deny"), "not closed"),
                broken(NETWORK, "no KakaoPay", m -> m.without("NetworkPolicy/kakaopay"), "missing: payment-service"),
                added(NETWORK, "NetworkPolicy/kakaopay", "/spec/podSelector", "{}", "not wanted: reporting-service"),
                removed(NETWORK, "NetworkPolicy/kakaopay", "/spec/egress/0/to/0/ipBlock/except", "0.0.0.0/0"),
                removed(NETWORK, "NetworkPolicy/kakaopay", "/spec/egress/0/to", "anything"),
                added(
                        NETWORK,
                        "NetworkPolicy/public",
                        "/spec/ingress/0/from/-",
                        "{namespaceSelector: {}}",
                        "any namespace"),
                removed(NETWORK, "NetworkPolicy/credentials-handed-out", "/spec/ingress/0", "missing: payment-service"),
                added(
                        NETWORK,
                        "NetworkPolicy/postgresql",
                        "/spec/ingress/0/from/0",
                        "{namespaceSelector: {matchLabels: {x: portal}}}",
                        "not wanted: portal → postgresql 5432"),
                removed(
                        NETWORK,
                        "Kafka/coworkpay-kafka",
                        "/spec/kafka/listeners/0/networkPolicyPeers/0",
                        "→ kafka 9093"));
    }

    private static Stream<Arguments> paths() {
        return Stream.of(
                added(INGRESS_PATHS, INGRESS, FIRST_PATH + "/path", "/", "/ is not a whole path"),
                added(INGRESS_PATHS, INGRESS, FIRST_PATH + "/path", "/internal/.*$", "is let through"),
                added(INGRESS_PATHS, INGRESS, "/spec/rules/0/http/paths/-", path("/q/.*$"), "/q/metrics"),
                added(INGRESS_PATHS, INGRESS, "/spec/rules/0/http/paths/-", path("/v1/.*$"), "leads to"),
                removed(INGRESS_PATHS, INGRESS, FIRST_PATH, "by its contract to [integration-service]"),
                added(
                        INGRESS_PATHS,
                        INGRESS,
                        FIRST_PATH + "/backend/service/name",
                        "reporting-service",
                        "leads to [reporting-service]"));
    }

    private static Stream<Arguments> console() {
        String id = "Deployment/console";
        String host = "Ingress/coworkpay-console";
        String installation = "ConfigMap/" + named("installation");
        String settings = "ConfigMap/" + named("console-settings");
        return Stream.of(
                broken(PROGRAMS, "no console", m -> m.without(id), "the programs are"),
                broken(PROGRAMS, "no address", m -> m.without("Service/console"), "console has no Service"),
                added(
                        PROGRAMS,
                        id,
                        "/spec/template/metadata/labels/app.kubernetes.io~1component",
                        "page",
                        "deployed are"),
                broken(DISRUPTION, "no budget", m -> m.without("PodDisruptionBudget/console"), "Deployment/console"),
                removed(HEALTH, id, CONTAINER + "/readinessProbe", "Deployment/console has no readinessProbe"),
                removed(GRACEFUL_STOP, id, CONTAINER + "/lifecycle", "Deployment/console stops"),
                removed(
                        MONITORING,
                        "PodMonitor/coworkpay",
                        "/spec/selector/matchExpressions/0/values/1",
                        "Deployment/console is not scraped"),
                removed(
                        NETWORK,
                        "NetworkPolicy/console-asks",
                        "/spec/egress/0",
                        "missing: console → refund-service 8080"),
                added(
                        NETWORK,
                        id,
                        "/spec/template/metadata/labels/app.kubernetes.io~1component",
                        "service",
                        "not wanted: console → postgresql 5432"),
                added(
                        NETWORK,
                        "NetworkPolicy/kakaopay",
                        "/spec/podSelector",
                        "{matchLabels: {app.kubernetes.io/name: console}}",
                        "not wanted: console → public addresses 443"),
                removed(CONSOLE, settings, "/data/COWORKPAY_CONSOLE_REFUND_URL", "looks for refund-service at nowhere"),
                added(
                        CONSOLE,
                        settings,
                        "/data/COWORKPAY_CONSOLE_REFUND_URL",
                        "http://payment-service:8080",
                        "looks for refund-service at"),
                added(CONSOLE, settings, "/data/COWORKPAY_CONSOLE_SECURE_COOKIES", "'false'", "go over plain HTTP"),
                added(CONSOLE, settings, "/data/COWORKPAY_CONSOLE_SIMULATOR_KEY", "k", "a simulator's key"),
                removed(CONSOLE, id, POD + "/volumes/0/projected/sources/1", "encryption-secret"),
                removed(
                        CONSOLE,
                        installation,
                        "/data/COWORKPAY_CONSOLE_FORM_TARGETS",
                        "may lead to https://*.kakaopay"),
                added(
                        CONSOLE,
                        installation,
                        "/data/COWORKPAY_CONSOLE_FORM_TARGETS",
                        "https://*.kakaopay.com,https://*.kakao.com,https://id.example/realms/a",
                        "is no origin"),
                added(
                        CONNECTIONS,
                        installation,
                        "/data/COWORKPAY_PAYMENT_CHECKOUT_PUBLIC_URL",
                        "https://console.staging.coworkpay.example",
                        "links of checkouts lead to"),
                added(CONNECTIONS, host, "/spec/tls/0/hosts/0", "other.example", "its certificate is for"),
                broken(
                        INGRESS_PATHS,
                        "one host",
                        m -> m.with(host, "/spec/rules/0/host", "pay.staging.coworkpay.example"),
                        IngressPaths.ONE_HOST),
                added(
                        INGRESS_PATHS,
                        INGRESS,
                        "/spec/rules/0/http/paths/-",
                        page("/console(/.*)?$"),
                        "the payers' host"),
                added(
                        INGRESS_PATHS,
                        host,
                        "/spec/rules/0/http/paths/-",
                        page("/checkout(/.*)+$"),
                        "the console's host"),
                removed(INGRESS_PATHS, WAY_BACK, "/spec/rules/0/http/paths/1", "is not at the payers' host"),
                removed(INGRESS_PATHS, host, FIRST_PATH, "/ does not lead to the console"),
                added(INGRESS_PATHS, WAY_BACK, FIRST_PATH + "/path", "/$", "/ is at the payers' host"),
                removed(INGRESS_PATHS, host, "/spec/rules/0/http/paths/1", "/console is not at the console's host"),
                added(
                        WAY_BACK_UNLOGGED,
                        INGRESS,
                        "/spec/rules/0/http/paths/-",
                        page("/checkout/.*$"),
                        "coworkpay-api has the way back logged"));
    }

    private static Stream<Arguments> wayBack() {
        return Stream.of(
                removed(
                        WAY_BACK_UNLOGGED,
                        WAY_BACK,
                        ANNOTATIONS + "nginx.ingress.kubernetes.io~1enable-access-log",
                        "the way back logged: nginx.ingress"),
                added(
                        WAY_BACK_UNLOGGED,
                        WAY_BACK,
                        ANNOTATIONS + "nginx.ingress.kubernetes.io~1enable-access-log",
                        "'true'",
                        "the way back logged: nginx.ingress"),
                removed(
                        WAY_BACK_UNLOGGED,
                        WAY_BACK,
                        ANNOTATIONS + "nginx.org~1location-snippets",
                        "the way back logged: nginx.org"),
                removed(
                        WAY_BACK_UNLOGGED,
                        WAY_BACK,
                        ANNOTATIONS + "haproxy-ingress.github.io~1config-backend",
                        "the way back logged: haproxy"),
                removed(
                        WAY_BACK_UNLOGGED,
                        WAY_BACK,
                        ANNOTATIONS + "traefik.ingress.kubernetes.io~1router.observability.accesslogs",
                        "the way back logged: traefik"),
                added(
                        WAY_BACK_UNLOGGED,
                        INGRESS,
                        "/spec/rules/0/http/paths/-",
                        path("/v1/return/.*$"),
                        "coworkpay-api has the way back logged"),
                added(
                        WAY_BACK_UNLOGGED,
                        WAY_BACK,
                        "/spec/rules/0/http/paths/-",
                        path("/v1/locations/.*$"),
                        "what is not the way back unlogged"));
    }

    private static Stream<Arguments> kafka() {
        String acls = "/spec/authorization/acls";
        return Stream.of(
                removed(KAFKA_RIGHTS, "KafkaUser/payment-service", acls + "/0", "its contract says"),
                added(
                        KAFKA_RIGHTS,
                        "KafkaUser/payment-service",
                        acls + "/0/operations/-",
                        "Write",
                        "its contract says"),
                added(KAFKA_RIGHTS, "KafkaUser/payment-service", acls + "/0/resource/patternType", "prefix", "all of"),
                added(
                        KAFKA_RIGHTS,
                        "KafkaUser/reporting-service",
                        acls + "/-",
                        "{resource: {type: group, name: pay, patternType: prefix}, operations: [Read]}",
                        "reporting-service may join payment-service-bookings"),
                added(
                        KAFKA_RIGHTS,
                        "KafkaUser/payment-service",
                        acls + "/-",
                        "{resource: {type: cluster}, operations: [All]}",
                        "over the cluster"),
                broken(KAFKA_RIGHTS, "no user", m -> m.without("KafkaUser/refund-service"), "users are"),
                added(KAFKA_RIGHTS, "Kafka/coworkpay-kafka", "/spec/kafka/listeners/0/tls", "false", "anybody in"),
                broken(TOPICS, "no topic", m -> m.without("KafkaTopic/refund.events"), "topics are"),
                removed(TOPICS, "KafkaTopic/payment.events", "/spec/config/retention.ms", "is cleaned"),
                added(TOPICS, "KafkaTopic/integration.events", "/spec/config/cleanup.policy", "delete", "is cleaned"),
                added(TOPICS, "KafkaTopic/payment.events", "/spec/config/min.insync.replicas", "1", "must have"),
                removed(
                        TOPICS,
                        "Kafka/coworkpay-kafka",
                        "/spec/kafka/config/auto.create.topics.enable",
                        "nobody declared"));
    }

    private static Stream<Arguments> names() {
        String data = "/data/";
        return Stream.of(
                added(CONNECTIONS, PAYMENT, CONTAINER + "/image", "coworkpay/refund-service:1", "instead of"),
                added(CONNECTIONS, PAYMENT, CONTAINER + "/image", "coworkpay/payment-service", "latest"),
                added(CONNECTIONS, PAYMENT, CONTAINER + "/ports/0/containerPort", "8082", "listens on"),
                added(
                        CONNECTIONS,
                        "Service/payment-service",
                        "/spec/selector",
                        "{app.kubernetes.io/component: service}",
                        "leads to"),
                added(CONNECTIONS, INGRESS, FIRST_PATH + "/backend/service/port/name", "web", "leads to"),
                added(CONNECTIONS, INGRESS, "/spec/rules/0/host", "other.example", "come back to"),
                added(CONNECTIONS, WAY_BACK, "/spec/rules/0/host", "other.example", "come back to"),
                added(CONNECTIONS, "Ingress/coworkpay", "/spec/tls/0/hosts/0", "other.example", "certificate"),
                added(
                        CONNECTIONS,
                        "ConfigMap/" + settings(),
                        data + "QUARKUS_DATASOURCE_USERNAME",
                        "payment_owner",
                        "runs as"),
                added(
                        CONNECTIONS,
                        "ConfigMap/" + settings(),
                        data + "QUARKUS_DATASOURCE_REACTIVE_URL",
                        "postgresql://coworkpay-postgresql-rw:5432/refund",
                        "another database"),
                added(
                        CONNECTIONS,
                        "ConfigMap/" + settings(),
                        data + "KAFKA_BOOTSTRAP_SERVERS",
                        "a:1",
                        "Kafka elsewhere"),
                added(
                        CONNECTIONS,
                        "ConfigMap/" + settings(),
                        data + "COWORKPAY_INTEGRATION_URL",
                        "http://a:1",
                        "at http://a:1"),
                added(
                        CONNECTIONS,
                        "ConfigMap/" + settings(),
                        data + "QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE",
                        "prefer",
                        "does not check"),
                added(
                        CONNECTION_LIMITS,
                        POSTGRESQL,
                        "/spec/managed/roles/3/connectionLimit",
                        "63",
                        "pods take up to 64"),
                added(CONNECTION_LIMITS, PAYMENT, "/spec/replicas", "4", "pods take up to 96"),
                added(CONNECTION_LIMITS, PAYMENT, "/spec/strategy/rollingUpdate/maxSurge", "25%", "by number"),
                added(
                        CONNECTION_LIMITS,
                        "ConfigMap/" + settings(),
                        data + "QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE",
                        "\"40\"",
                        "pods take up to 160"),
                removed(CONNECTION_LIMITS, POSTGRESQL, "/spec/managed/roles/3/connectionLimit", "take all connections"),
                added(
                        CONNECTION_LIMITS,
                        POSTGRESQL,
                        "/spec/postgresql/parameters/max_connections",
                        "\"342\"",
                        "where PostgreSQL has 342"),
                removed(CONNECTION_LIMITS, POSTGRESQL, "/spec/postgresql/parameters/tcp_keepalives_idle", "two hours"),
                broken(MIGRATIONS, "no job", m -> m.without("Job/refund-migrations"), "nobody migrates"),
                removed(MIGRATIONS, "Job/refund-migrations", CONTAINER + "/env/2", "Job/refund-migrations has"),
                added(
                        MIGRATIONS,
                        "Job/refund-migrations",
                        CONTAINER + "/image",
                        "coworkpay/refund-service:2",
                        "another version"),
                added(
                        MIGRATIONS,
                        PAYMENT,
                        POD + "/volumes/0/projected/sources/0/secret/items/0/path",
                        "quarkus.flyway.password",
                        "must not have"),
                added(
                        MIGRATIONS,
                        "ConfigMap/" + settings(),
                        data + "COWORKPAY_MIGRATE_AT_START",
                        "'true'",
                        "Deployment/payment-service has"),
                removed(MONITORING, "PodMonitor/coworkpay", "/spec/jobLabel", "by its name"),
                added(MONITORING, "PodMonitor/coworkpay", "/spec/selector/matchLabels/a", "b", "is not scraped"),
                removed(MONITORING, "PrometheusRule/coworkpay", "/spec/groups/0/rules/0", "take-rules"));
    }

    private static Arguments added(Rule rule, String id, String pointer, String yaml, String finding) {
        return broken(rule, id + " " + pointer + " = " + yaml, m -> m.with(id, pointer, yaml), finding);
    }

    private static Arguments removed(Rule rule, String id, String pointer, String finding) {
        return broken(rule, id + " without " + pointer, m -> m.without(id, pointer), finding);
    }

    private static Arguments broken(Rule rule, String what, UnaryOperator<Manifests> how, String finding) {
        return Arguments.of(rule, what, how, finding);
    }

    private static String settings() {
        return named("payment-settings");
    }

    /// A ConfigMap's name ends with a hash of what it holds.
    private static String named(String start) {
        return Overlay.STAGING.manifests().ofKind("ConfigMap").stream()
                .map(Manifests::nameOf)
                .filter(name -> name.startsWith(start))
                .findFirst()
                .orElseThrow();
    }

    private static String path(String path) {
        return path(path, "payment-service");
    }

    private static String page(String path) {
        return path(path, "console");
    }

    private static String path(String path, String service) {
        return "{path: '%s', pathType: ImplementationSpecific, backend: {service: {name: %s, port: {name: http}}}}"
                .formatted(path, service);
    }
}
