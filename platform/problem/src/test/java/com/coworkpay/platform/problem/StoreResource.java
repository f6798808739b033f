package com.coworkpay.platform.problem;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.function.Supplier;

/// The two ways our services speak to their database.
@Path("/store")
public class StoreResource {

    private final Pool pool;

    StoreResource(Pool pool) {
        this.pool = pool;
    }

    @GET
    @Path("pool")
    public Uni<String> pool() {
        return pool.query("select 1").execute().map(rows -> "ok");
    }

    @GET
    @Path("hibernate")
    public Uni<String> hibernate() {
        return Panache.withTransaction(
                        () -> Panache.getSession().chain(session -> session.createQuery("from Note", Note.class)
                                .getResultList()))
                .map(notes -> "ok");
    }

    /// The server ends the connection in the middle of a transaction, as it does when it is restarted.
    @GET
    @Path("cut-off")
    public Uni<String> cutOff() {
        return pool.withTransaction(connection -> connection
                        .query("select pg_terminate_backend(pg_backend_pid())")
                        .execute())
                .map(rows -> "ok");
    }

    @GET
    @Path("hibernate-cut-off")
    public Uni<String> hibernateCutOff() {
        return Panache.withTransaction(() -> Panache.getSession().chain(session -> session.createNativeQuery(
                                "select cast(pg_terminate_backend(pg_backend_pid()) as text)", String.class)
                        .getSingleResult()))
                .map(ended -> "ok");
    }

    /// On a connection of which the pool has not heard yet that it is gone.
    @GET
    @Path("dead-connection")
    public Uni<String> deadConnection() {
        return pool.withConnection(connection -> Uni.createFrom()
                        .<Void>emitter(closed -> {
                            connection.closeHandler(() -> closed.complete(null));
                            connection
                                    .query("select pg_terminate_backend(pg_backend_pid())")
                                    .executeAndForget();
                        })
                        .chain(() -> connection.query("select 1").execute()))
                .map(rows -> "ok");
    }

    @GET
    @Path("statement-too-slow")
    public Uni<String> tooSlow() {
        return pool.withTransaction(connection -> connection
                        .query("set local statement_timeout = 50")
                        .execute()
                        .chain(() -> connection.query("select pg_sleep(5)").execute()))
                .map(rows -> "ok");
    }

    @GET
    @Path("hibernate-too-slow")
    public Uni<String> hibernateTooSlow() {
        return Panache.withTransaction(() -> Panache.getSession()
                        .chain(session -> session.createNativeQuery("set local statement_timeout = 50")
                                .executeUpdate()
                                .chain(() -> session.createNativeQuery("select cast(pg_sleep(5) as text)", String.class)
                                        .getSingleResult())))
                .map(ended -> "ok");
    }

    @GET
    @Path("all-taken")
    public Uni<String> allTaken() {
        return whileAllAreTaken(this::pool);
    }

    @GET
    @Path("hibernate-all-taken")
    public Uni<String> hibernateAllTaken() {
        return whileAllAreTaken(this::hibernate);
    }

    private Uni<String> whileAllAreTaken(Supplier<Uni<String>> asked) {
        return pool.withConnection(
                one -> pool.withConnection(other -> Uni.createFrom().deferred(asked::get)));
    }

    @GET
    @Path("bug")
    public Uni<String> bug() {
        return pool.query("select nothing_like_that").execute().map(rows -> "ok");
    }
}
