package com.coworkpay.kakaopay.simulator;

import com.coworkpay.kakaopay.simulator.api.ApiRoutes;
import com.coworkpay.kakaopay.simulator.control.ControlRoutes;
import com.coworkpay.kakaopay.simulator.engine.Engine;
import com.coworkpay.kakaopay.simulator.engine.FileJournal;
import com.coworkpay.kakaopay.simulator.engine.Journal;
import com.coworkpay.kakaopay.simulator.engine.MemoryJournal;
import com.coworkpay.kakaopay.simulator.fault.CallLog;
import com.coworkpay.kakaopay.simulator.fault.Faults;
import com.coworkpay.kakaopay.simulator.fault.PausedCalls;
import com.coworkpay.kakaopay.simulator.page.FaultsPage;
import com.coworkpay.kakaopay.simulator.page.MerchantPage;
import com.coworkpay.kakaopay.simulator.page.PayerPages;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/// KakaoPay on localhost: the API in both generations, the payer's pages, a merchant page and a control API,
/// on one engine with its own ledger.
public final class Simulator implements AutoCloseable {
    private static final long START_SECONDS = 30;

    private final Vertx vertx;
    private final Engine engine;
    private final HttpServer server;
    private final String host;

    private Simulator(Vertx vertx, Engine engine, HttpServer server, String host) {
        this.vertx = vertx;
        this.engine = engine;
        this.server = server;
        this.host = host;
    }

    /// Reads the ledger, listens, and returns when calls can come.
    public static Simulator start(SimulatorSettings settings) {
        ObjectMapper json = Json.mapper();
        Engine engine = engine(settings, json);
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1).setWorkerPoolSize(1));
        try {
            // HTTP/2 would put several calls on one connection, and a reset would hit its neighbours.
            HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                    .setHost(settings.host())
                    .setPort(settings.port())
                    .setHttp2ClearTextEnabled(false)
                    .setMaxInitialLineLength(8192));
            Router router = Router.router(vertx);
            mount(router, engine, json, settings, () -> publicUrl(settings, server));
            wait(server.requestHandler(router).listen());
            return new Simulator(vertx, engine, server, settings.host());
        } catch (RuntimeException e) {
            wait(vertx.close());
            close(engine);
            throw e;
        }
    }

    private static Engine engine(SimulatorSettings settings, ObjectMapper json) {
        Path folder = settings.folder();
        try {
            Journal journal = folder == null ? new MemoryJournal() : new FileJournal(folder, json);
            return new Engine(settings.clock(), journal, settings.merchants());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void mount(
            Router router, Engine engine, ObjectMapper json, SimulatorSettings settings, Supplier<URI> publicUrl) {
        Faults faults = new Faults();
        PausedCalls holds = new PausedCalls();
        CallLog log = new CallLog();
        ApiRoutes api = new ApiRoutes(engine, faults, holds, log, json, publicUrl, settings.answers());
        api.mount(router);
        new PayerPages(engine).mount(router);
        new MerchantPage(engine).mount(router);
        new FaultsPage(engine, faults, log).mount(router);
        new ControlRoutes(engine, faults, holds, log, api, json).mount(router);
    }

    /// The port is known only once the server listens.
    private static URI publicUrl(SimulatorSettings settings, HttpServer server) {
        URI given = settings.publicUrl();
        return given == null ? URI.create("http://localhost:" + server.actualPort()) : given;
    }

    public int port() {
        return server.actualPort();
    }

    /// Base of both API generations, the pages and the control API.
    public URI baseUrl() {
        return URI.create("http://" + (host.equals("0.0.0.0") ? "127.0.0.1" : host) + ":" + port());
    }

    @Override
    public void close() {
        wait(vertx.close());
        close(engine);
    }

    private static void close(Engine engine) {
        try {
            engine.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T> T wait(Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(START_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e.getCause() == null ? e : e.getCause());
        }
    }
}
