package com.coworkpay.platform.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.coworkpay.platform.testkit.PostgresResource;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.lang.invoke.MethodHandles;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Rows of a real PostgreSQL as records.
class RowReaderTest {
    private static final String ROW = """
            select 'd2719e3e-0000-7000-8000-000000000001'::uuid as id, 3::bigint as version, 2 as check_attempts, true as live,
                   'PAID' as status, '2030-01-09T09:00:00.123456+09'::timestamptz as approved_at, null::date as start_day,
                   '{"kind":"NO_REFUND"}'::jsonb as policy, null::text as decline_code, 22000::bigint as total_krw,
                   2000::bigint as vat_krw,
                   '[{"refundId":"d2719e3e-0000-7000-8000-000000000002","amountKrw":5,"status":"PAID","other":true,
                      "canceledAt":"2030-01-09T00:00:00.5Z"}]'::jsonb as refunds, null::jsonb as decisions""";

    private static Vertx vertx;
    private static Pool pool;

    enum Status {
        PAID
    }

    record Amounts(long totalKrw, long vatKrw) {}

    record Refund(
            UUID refundId,
            long amountKrw,
            Status status,
            Instant canceledAt,
            @Nullable String aid) {}

    record Payment(
            UUID id,
            long version,
            int checkAttempts,
            boolean live,
            Status status,
            Instant approvedAt,
            @Nullable LocalDate startDay,
            @Nullable JsonObject policy,
            @Nullable String declineCode,
            Amounts amounts,
            List<Refund> refunds) {}

    record Strict(LocalDate startDay) {}

    record StrictList(List<Strict> refunds) {}

    record NoList(List<Strict> decisions) {}

    @BeforeAll
    static void startPostgres() {
        PostgresResource.database("row_reader");
        vertx = Vertx.vertx();
        pool = Pool.pool(
                vertx,
                PgConnectOptions.fromUri(PostgresResource.reactiveUrl())
                        .setUser(PostgresResource.user())
                        .setPassword(PostgresResource.password()),
                new PoolOptions().setMaxSize(1));
    }

    @AfterAll
    static void stop() {
        Waiting.on(pool.close());
        Waiting.on(vertx.close());
    }

    @Test
    void eachComponentIsItsColumn() {
        Payment payment = RowReader.of(MethodHandles.lookup(), Payment.class).read(row(ROW));
        assertThat(payment)
                .isEqualTo(new Payment(
                        UUID.fromString("d2719e3e-0000-7000-8000-000000000001"),
                        3,
                        2,
                        true,
                        Status.PAID,
                        Instant.parse("2030-01-09T00:00:00.123456Z"),
                        null,
                        new JsonObject().put("kind", "NO_REFUND"),
                        null,
                        new Amounts(22_000, 2_000),
                        List.of(new Refund(
                                UUID.fromString("d2719e3e-0000-7000-8000-000000000002"),
                                5,
                                Status.PAID,
                                Instant.parse("2030-01-09T00:00:00.5Z"),
                                null))));
    }

    @Test
    void aNullNeedsANullableComponent() {
        RowReader<Strict> reader = RowReader.of(MethodHandles.lookup(), Strict.class);
        assertThatThrownBy(() -> reader.read(row(ROW))).hasMessage("null in start_day");
        RowReader<StrictList> list = RowReader.of(MethodHandles.lookup(), StrictList.class);
        assertThatThrownBy(() -> list.read(row(ROW))).hasMessage("null in start_day");
        RowReader<NoList> noList = RowReader.of(MethodHandles.lookup(), NoList.class);
        assertThatThrownBy(() -> noList.read(row(ROW))).hasMessage("null in decisions");
    }

    record Known(Status status, @Nullable Amounts refunded) {}

    @Test
    void aRecordIsNullWhereAllOfItsColumnsAre() {
        RowReader<Known> reader = RowReader.of(MethodHandles.lookup(), Known.class);
        Row none = row("select 'PAID' as status, null::bigint as total_krw, null::bigint as vat_krw");
        assertThat(reader.read(none)).isEqualTo(new Known(Status.PAID, null));
        assertThat(reader.read(row(ROW))).isEqualTo(new Known(Status.PAID, new Amounts(22_000, 2_000)));
    }

    record Token(byte[] token, byte @Nullable [] none) {}

    @Test
    void bytesAreReadOfABytea() {
        Token token = RowReader.of(MethodHandles.lookup(), Token.class)
                .read(row("select '\\x0102'::bytea as token, null::bytea as none"));
        assertThat(token.token()).containsExactly(1, 2);
        assertThat(token.none()).isNull();
    }

    interface Policy {}

    record Named(String kind) implements Policy {}

    record Converted(Policy policy, @Nullable Policy none) {}

    @Test
    void aTypeThatNoColumnHasIsConverted() {
        Converted converted = RowReader.of(
                        MethodHandles.lookup(),
                        Converted.class,
                        Map.of(Policy.class, json -> new Named(((JsonObject) json).getString("kind"))))
                .read(row("select '{\"kind\":\"TIERED\"}'::jsonb as policy, null::jsonb as none"));
        assertThat(converted).isEqualTo(new Converted(new Named("TIERED"), null));
    }

    @Test
    void theColumnsOfARecordAreItsNames() {
        assertThat(RowReader.of(MethodHandles.lookup(), Payment.class).columns("p"))
                .startsWith("p.id, p.version, p.check_attempts")
                .endsWith("p.decline_code, p.total_krw, p.vat_krw, p.refunds");
    }

    private static Row row(String sql) {
        return Row.newInstance(Waiting.on(pool.query(sql).execute()).iterator().next());
    }
}
