package com.coworkpay.reporting.transactions;

import static io.restassured.RestAssured.config;
import static io.restassured.config.HttpClientConfig.httpClientConfig;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import com.coworkpay.reporting.support.ReportingServiceTest;
import com.coworkpay.reporting.support.TestLocation;
import io.quarkus.reactive.datasource.ReactiveDataSource;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Reports take all connections of the readers.
@ReportingServiceTest
class CrowdedReadersTest {
    private static final int CONNECTIONS = 10;

    @Inject
    @ReactiveDataSource("reader")
    Pool readers;

    /// The time-out is the patience of a caller; the client's own wait for a connection is twice as long.
    @Test
    void anAnalystIsToldToComeAgainAndEventsGoOn() {
        TestLocation location = TestLocation.open();
        List<SqlConnection> taken = new ArrayList<>();
        try {
            for (int n = 0; n < CONNECTIONS; n++) {
                taken.add(readers.getConnectionAndAwait());
            }
            location.analyst()
                    .config(config().httpClient(httpClientConfig().setParam("http.socket.timeout", 15_000)))
                    .get("/v1/locations/{locationId}/transactions", location.id())
                    .then()
                    .statusCode(503)
                    .header("Retry-After", notNullValue())
                    .body("type", equalTo("urn:coworkpay:problem:unavailable"));
            location.pay();
        } finally {
            taken.forEach(SqlConnection::closeAndAwait);
        }
        location.analyst()
                .get("/v1/locations/{locationId}/transactions", location.id())
                .then()
                .statusCode(200);
    }
}
