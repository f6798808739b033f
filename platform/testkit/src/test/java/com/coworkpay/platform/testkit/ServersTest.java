package com.coworkpay.platform.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

class ServersTest {
    @Test
    void postgresKeepsItsPortAndDataThroughAnOutage() throws SQLException {
        PostgresResource.database("outage");
        String url = PostgresResource.jdbcUrl();
        execute("create table if not exists t (v text)");
        execute("insert into t values ('kept')");
        PostgresResource.stopServer();
        assertThatThrownBy(PostgresResource::connect).isInstanceOf(SQLException.class);
        PostgresResource.startServer();
        assertThat(PostgresResource.jdbcUrl()).isEqualTo(url);
        try (Connection connection = PostgresResource.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select v from t")) {
            assertThat(rows.next()).isTrue();
        }
    }

    @Test
    void kafkaKeepsItsPortAndRecordsThroughAnOutage() {
        String id = KafkaProbe.publish("payment.events", "k", "some.type.v1", "{\"a\":1}", "traceparent", "00-1");
        String servers = KafkaResource.bootstrapServers();
        KafkaResource.restart();
        assertThat(KafkaResource.bootstrapServers()).isEqualTo(servers);
        ReceivedEvent event = KafkaProbe.awaitEvent("payment.events", e -> id.equals(e.id()));
        assertThat(event.key()).isEqualTo("k");
        assertThat(event.type()).isEqualTo("some.type.v1");
        assertThat(event.data().get("a").asInt()).isEqualTo(1);
        assertThat(event.header("traceparent")).isEqualTo("00-1");
    }

    @Test
    void rawRecordsNeedNeitherKeyNorHeaders() {
        KafkaProbe.publishRaw("booking.events", null, "no json".getBytes(StandardCharsets.UTF_8));
        ReceivedEvent event =
                KafkaProbe.awaitEvent("booking.events", e -> e.value().equals("no json"));
        assertThat(event.key()).isNull();
        assertThat(event.id()).isNull();
    }

    @Test
    void tokensAreSignedAnywhere() {
        String token = TestIdentity.token("minji").at("gangnam", "payment:read").sign();
        assertThat(token.split("\\.")).hasSize(3);
        assertThat(TestIdentity.config()).containsKey("quarkus.oidc.public-key");
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = PostgresResource.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
