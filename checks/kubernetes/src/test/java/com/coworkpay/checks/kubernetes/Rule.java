package com.coworkpay.checks.kubernetes;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/// What must hold in every overlay. A finding is a sentence about what does not.
enum Rule {
    STRICT_TYPES(StrictTypes::findings),
    PROGRAMS(Programs::findings),
    POD_SECURITY(PodSecurity::findings),
    HEALTH(Health::findings),
    GRACEFUL_STOP(GracefulStop::findings),
    DISRUPTION(Disruption::findings),
    SECRECY(Secrecy::findings),
    NETWORK(NetworkEdges::findings),
    INGRESS_PATHS(IngressPaths::findings),
    WAY_BACK_UNLOGGED(WayBackLog::findings),
    KAFKA_RIGHTS(KafkaRights::findings),
    TOPICS(Topics::findings),
    CONNECTIONS(Connections::findings),
    CONSOLE(ConsoleSettings::findings),
    CONNECTION_LIMITS(ConnectionLimits::findings),
    MIGRATIONS(Migrations::findings),
    MONITORING(Monitoring::findings);

    private final BiFunction<Manifests, Overlay, List<String>> findings;

    Rule(Function<Manifests, List<String>> findings) {
        this((manifests, overlay) -> findings.apply(manifests));
    }

    Rule(BiFunction<Manifests, Overlay, List<String>> findings) {
        this.findings = findings;
    }

    List<String> findings(Manifests manifests, Overlay overlay) {
        return findings.apply(manifests, overlay);
    }
}
