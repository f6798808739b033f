package com.coworkpay.platform.testkit;

/// Where the servers of the tests come from: containers where a Docker engine answers, else our own processes. Same
/// versions, same wire protocols. `COWORKPAY_TEST_SERVERS=embedded` or `containers` decides it by hand.
final class Servers {
    private Servers() {}

    static TestServerMXBean postgres() {
        return JvmWide.server(
                "Postgres", () -> Docker.isThere() ? new PostgresContainerServer() : new EmbeddedPostgresServer());
    }

    static TestServerMXBean kafka() {
        return JvmWide.server("Kafka", () -> Docker.isThere() ? new KafkaContainerServer() : new EmbeddedKafkaServer());
    }
}
