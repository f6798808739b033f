package com.coworkpay.tools.local.bench;

import com.coworkpay.tools.local.stack.LocalStack;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/// The floor under a payment's life: its six guarded statements and nothing else, on the same server, from 16
/// connections. What the suite does more (HTTP, sign-in, KakaoPay, events, copies, projection) is what it costs.
final class BaselineBenchmark {
    private static final int CONNECTIONS = 16;
    private static final String DATABASE = "floor";

    private static final List<String> TABLES = List.of(
            "drop table if exists payment, refund, outbox",
            """
            create table payment (id uuid primary key, payable text not null, status text not null, version int not null,
              total bigint not null, refunded bigint not null default 0, reserved bigint not null default 0,
              body jsonb not null, tid text, created_at timestamptz not null default now(),
              check (refunded + reserved <= total))""",
            "create unique index on payment (payable) where status in ('APPROVING', 'PAID')",
            """
            create table refund (id uuid primary key, payment_id uuid not null, status text not null, amount bigint not null,
              created_at timestamptz not null default now())""",
            "create unique index on refund (payment_id) where status = 'IN_FLIGHT'",
            """
            create table outbox (id uuid primary key default uuidv7(), topic text not null, key text not null,
              payload jsonb not null, created_at timestamptz not null default now(), published_at timestamptz)""",
            "create index on outbox (created_at, id) where published_at is null");

    /// Claim, ready recorded, approve claimed, paid with its event, refund claimed, refunded with its event.
    private static final List<String> LIFE = List.of(
            """
            insert into payment (id, payable, status, version, total, body) select ?, ?, 'CREATED', 1, 22000, ?::jsonb
             where not exists (select from payment where payable = ? and status in ('APPROVING', 'PAID'))""",
            "update payment set status = 'WAITING', version = 2, tid = ? where id = ? and status = 'CREATED' and version = 1",
            "update payment set status = 'APPROVING', version = 3 where id = ? and status = 'WAITING' and version = 2",
            """
            with moved as (update payment set status = 'PAID', version = 4 where id = ? and status = 'APPROVING' and version = 3
              returning *) insert into outbox (topic, key, payload) select 'payment.events', id::text, to_jsonb(moved) from moved""",
            """
            with ledger as (update payment set reserved = reserved + total where id = ? and refunded + reserved + total <= total
              returning *) insert into refund (id, payment_id, status, amount) select ?, id, 'IN_FLIGHT', total from ledger""",
            """
            with back as (update refund set status = 'SUCCEEDED' where id = ? and status = 'IN_FLIGHT' returning *),
              ledger as (update payment p set reserved = p.reserved - b.amount, refunded = p.refunded + b.amount
                from back b where p.id = b.payment_id returning p.*)
            insert into outbox (topic, key, payload) select 'refund.events', id::text, to_jsonb(ledger) from ledger""");

    /// Above what any machine refunds in a second here.
    private static final int MAX_REFUNDS_A_SECOND = 6_000;

    private final LocalStack stack;

    BaselineBenchmark(LocalStack stack) throws SQLException {
        this.stack = stack;
        try (var connection = stack.database("postgres");
                var statement = connection.createStatement()) {
            statement.execute("drop database if exists " + DATABASE);
            statement.execute("create database " + DATABASE);
        }
        try (var connection = stack.database(DATABASE);
                var statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        }
    }

    /// @return lives a second
    double rate(Duration length) {
        return rate(length, this::live);
    }

    /// Only the last two statements of a life, of payments that are paid already.
    ///
    /// @return refunds a second
    double refundRate(Duration length) throws SQLException {
        var paid = new ConcurrentLinkedQueue<UUID>();
        try (var connection = stack.database(DATABASE);
                var statement = connection.prepareStatement("""
                        insert into payment (id, payable, status, version, total, body)
                        select gen_random_uuid(), gen_random_uuid()::text, 'PAID', 4, 22000, ?::jsonb
                          from generate_series(1, ?) returning id""")) {
            statement.setString(1, BODY);
            statement.setInt(2, (int) (MAX_REFUNDS_A_SECOND * length.toSeconds()));
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    paid.add(rows.getObject(1, UUID.class));
                }
            }
        }
        double rate = rate(length, (deadline, refunds) -> refund(deadline, paid, refunds));
        if (paid.isEmpty()) {
            throw new IllegalStateException("the floor refunds more than " + MAX_REFUNDS_A_SECOND + " a second");
        }
        return rate;
    }

    private void refund(long deadline, Queue<UUID> paid, AtomicLong refunds) throws SQLException {
        try (Connection connection = stack.database(DATABASE);
                var claim = connection.prepareStatement(LIFE.get(4));
                var succeeded = connection.prepareStatement(LIFE.get(5))) {
            for (UUID payment = paid.poll(); payment != null && System.nanoTime() < deadline; payment = paid.poll()) {
                UUID refund = UUID.randomUUID();
                run(claim, payment, refund);
                run(succeeded, refund);
                refunds.incrementAndGet();
            }
        }
    }

    private interface Work {
        void until(long deadline, AtomicLong done) throws SQLException;
    }

    private static double rate(Duration length, Work each) {
        long before = System.nanoTime();
        long deadline = before + length.toNanos();
        var done = new AtomicLong();
        try (var workers = Executors.newFixedThreadPool(CONNECTIONS)) {
            var work = new ArrayList<Future<?>>();
            for (int worker = 0; worker < CONNECTIONS; worker++) {
                work.add(workers.submit(() -> {
                    each.until(deadline, done);
                    return null;
                }));
            }
            for (Future<?> worker : work) {
                worker.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the floor broke", failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", interrupted);
        }
        return done.get() * 1e9 / (System.nanoTime() - before);
    }

    private void live(long deadline, AtomicLong lives) throws SQLException {
        try (Connection connection = stack.database(DATABASE)) {
            var statements = new ArrayList<PreparedStatement>();
            for (String sql : LIFE) {
                statements.add(connection.prepareStatement(sql));
            }
            while (System.nanoTime() < deadline) {
                live(statements);
                lives.incrementAndGet();
            }
        }
    }

    private static void live(List<PreparedStatement> statements) throws SQLException {
        UUID payment = UUID.randomUUID();
        UUID refund = UUID.randomUUID();
        String payable = "booking-" + payment;
        run(statements.get(0), payment, payable, BODY, payable);
        run(statements.get(1), "T" + payment.toString().substring(0, 19), payment);
        run(statements.get(2), payment);
        run(statements.get(3), payment);
        run(statements.get(4), payment, refund);
        run(statements.get(5), refund);
    }

    private static void run(PreparedStatement statement, Object... values) throws SQLException {
        for (int index = 0; index < values.length; index++) {
            statement.setObject(index + 1, values[index]);
        }
        if (statement.executeUpdate() != 1) {
            throw new IllegalStateException("a guarded statement of the floor did not hit its row");
        }
    }

    /// About as large as what a payment carries.
    private static final String BODY = """
            {"locationId":"bench","payerId":"jisoo","ownerId":"jisoo","ownerRole":"LOCATION_MEMBER",
             "payable":{"type":"BOOKING","resourceType":"ROOM","resourceId":"room-4","startAt":"2030-01-15T01:00:00Z"},
             "description":"회의실 4, 두 시간","supplyKrw":20000,"vatKrw":2000,"taxFreeKrw":0,"quantity":1,"device":"PC",
             "returnUrl":"http://localhost:8080/portal/paid","policy":{"kind":"BEFORE_START","before":"P1D"},
             "merchantAccountId":"0190d0a0-0000-7000-8000-000000000000","cid":"CWPAYSEC01","live":true}""";
}
