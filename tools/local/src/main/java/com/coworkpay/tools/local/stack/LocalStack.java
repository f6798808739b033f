package com.coworkpay.tools.local.stack;

import com.coworkpay.kakaopay.simulator.Simulator;
import com.coworkpay.kakaopay.simulator.SimulatorControl;
import com.coworkpay.kakaopay.simulator.SimulatorSettings;
import com.coworkpay.tools.local.Polling;
import com.coworkpay.tools.local.frontdoor.FrontDoor;
import com.coworkpay.tools.local.frontdoor.FrontDoorSettings;
import com.coworkpay.tools.local.frontdoor.Upstream;
import com.coworkpay.tools.local.issuer.Issuer;
import com.coworkpay.tools.local.issuer.IssuerSettings;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The whole of CoworkPay on one machine, and its state in one folder.
///
/// Issuer, simulator and front door run in this program; PostgreSQL, Kafka and the services are its children. [#close]
/// may come at any moment, in the middle of the start too, and leaves no process behind.
public final class LocalStack implements AutoCloseable {
    private final StackSettings settings;
    private final Consumer<String> say;
    private final Deque<Runnable> endings = new ArrayDeque<>();
    private final AtomicBoolean rolling = new AtomicBoolean();
    private boolean closed;

    private @Nullable Running running;

    private record Running(
            Addresses addresses,
            Secrets secrets,
            ProcessSpecs parts,
            Launcher launcher,
            ScheduledExecutorService clock,
            ProcessSupervisor postgres,
            ProcessSupervisor kafka,
            @Nullable ProcessSupervisor simulator,
            Map<String, List<ProcessSupervisor>> services) {}

    public LocalStack(StackSettings settings, Consumer<String> say) {
        this.settings = settings;
        this.say = say;
    }

    /// Starts everything; a failure leaves the closing to the caller.
    public void start() throws IOException {
        var state = StateFolder.open(settings.folder());
        atTheEnd(state::close);
        if (!settings.fresh()) {
            Baselines.check(state, settings.root());
        }
        var book = new ProcessRegistry(state.processesFile(), Launcher.markOf(state.path()));
        book.stopLeftovers().forEach(name -> say.accept("Stopped what was left running: " + name + "."));
        if (settings.fresh()) {
            state.forget();
            Baselines.check(state, settings.root());
            say.accept("Forgot the state of " + state.path() + ".");
        }
        var secrets = Secrets.keptIn(state.keys());
        var ports = Ports.chosen(new PortRegistry(state.portsFile(), settings.anyPorts(), say), settings);
        var parts = new ProcessSpecs(settings, state, ports, secrets);
        var launcher = new Launcher(state.path(), book);
        var clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().name("supervisor").daemon().factory());
        atTheEnd(clock::shutdownNow);
        var timer = new StartTimer(settings.startLimit(), clock, say);

        var postgres = new ProcessSupervisor(parts.postgres(), launcher, clock, say);
        var kafka = new ProcessSupervisor(parts.kafka(), launcher, clock, say);
        start(timer, List.of(postgres, kafka));
        Topics.make(parts.bootstrapServers());
        ProcessSupervisor simulator = null;
        if (settings.simulatorApart()) {
            simulator = new ProcessSupervisor(parts.simulatorApart(), launcher, clock, say);
            start(timer, List.of(simulator));
        }
        startOwnPrograms(timer, parts, ports, secrets, state);

        var services = new LinkedHashMap<String, List<ProcessSupervisor>>();
        Services.NAMES.forEach(service -> services.put(
                service,
                IntStream.rangeClosed(1, settings.replicas())
                        .mapToObj(number -> new ProcessSupervisor(parts.partOf(service, number), launcher, clock, say))
                        .toList()));
        start(timer, services.values().stream().flatMap(List::stream).toList());

        var addresses = new Addresses(
                parts.frontDoor(),
                parts.issuer(),
                parts.simulator(),
                parts.bootstrapServers(),
                parts.service(Services.REPORTING),
                control(secrets));
        addresses.save(state.path());
        atTheEnd(() -> Addresses.forget(state.path()));
        running = new Running(addresses, secrets, parts, launcher, clock, postgres, kafka, simulator, services);
    }

    private void start(StartTimer timer, List<ProcessSupervisor> supervisors) {
        atTheEnd(() -> ProcessSupervisor.closeAll(supervisors));
        timer.startTogether(supervisors);
    }

    private void startOwnPrograms(StartTimer timer, ProcessSpecs parts, Ports ports, Secrets secrets, StateFolder state)
            throws IOException {
        var vertx = Vertx.vertx();
        atTheEnd(() -> Polling.on(vertx.close(), "the end of the supervisor's servers"));
        timer.timed("KakaoPay simulator", () -> {
            if (!settings.simulatorApart()) {
                var simulator = Simulator.start(
                        SimulatorSettings.inMemory().port(ports.simulator()).folder(state.simulator()));
                atTheEnd(simulator::close);
            }
            var control = new SimulatorControl(parts.simulator());
            DemoMerchants.forSite(parts.frontDoor()).forEach(control::merchant);
        });
        timer.timed("issuer", () -> {
            var issuer = Issuer.start(
                    vertx, IssuerSettings.of(ports.issuer(), secrets.issuerKeyFile(), secrets.machineSecrets()));
            atTheEnd(issuer::close);
        });
        timer.timed("front door", () -> {
            var door = FrontDoor.start(
                    vertx,
                    new FrontDoorSettings(
                            ports.frontDoor(),
                            Services.NAMES.stream()
                                    .map(service -> upstream(ports, service))
                                    .toList(),
                            parts.issuer(),
                            parts.simulator(),
                            FrontDoorSettings.ONE_MEBIBYTE));
            atTheEnd(door::close);
            ports.inside().forEach(door::openInside);
        });
    }

    private URI control(Secrets secrets) {
        var control = ControlEndpoint.start(
                secrets.controlToken(), (services, progress) -> roll(services, say.andThen(progress)));
        atTheEnd(control::close);
        return control.uri();
    }

    private static Upstream upstream(Ports ports, String service) {
        return new Upstream(service, ports.processes(service));
    }

    public Addresses addresses() {
        return running().addresses();
    }

    public Secrets secrets() {
        return running().secrets();
    }

    public ProcessSupervisor postgres() {
        return running().postgres();
    }

    public ProcessSupervisor kafka() {
        return running().kafka();
    }

    /// The keeper of a service's first process.
    public ProcessSupervisor service(String service) {
        return processes(service).getFirst();
    }

    /// The keepers of a service's processes.
    public List<ProcessSupervisor> processes(String service) {
        return Objects.requireNonNull(running().services().get(service), service);
    }

    /// Of PostgreSQL itself, not of the program that keeps it.
    public long postgresServerPid() {
        return running().parts().postgresServerPid();
    }

    /// A service past the front door: as the others reach it.
    public URI address(String service) {
        return running().parts().service(service);
    }

    /// A connection of the superuser to a service's database, for those who measure and check; the caller closes it.
    public Connection database(String name) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", "postgres");
        properties.setProperty("password", running().parts().superuserPassword());
        return DriverManager.getConnection(running().parts().jdbcUrl(name), properties);
    }

    public String bootstrapServers() {
        return running().parts().bootstrapServers();
    }

    /// A second process of a service on the same database; not behind the front door.
    public ProcessSupervisor another(String service, int port) {
        var now = running();
        var supervisor = new ProcessSupervisor(
                now.parts().partOf(service + "-another", service, port), now.launcher(), now.clock(), say);
        start(new StartTimer(settings.startLimit(), now.clock(), say), List.of(supervisor));
        return supervisor;
    }

    /// Ends the processes of the services, and of the simulator where it is apart, and keeps them down.
    ///
    /// @param politeLimit how long each may take to end by itself
    public void endWithin(Duration politeLimit) {
        var now = running();
        var services = now.services().values().stream().flatMap(List::stream);
        Stream.concat(services, Stream.ofNullable(now.simulator())).toList().parallelStream()
                .forEach(supervisor -> supervisor.takeDown(politeLimit));
    }

    /// Where one process of a service is.
    ///
    /// @param number from 1
    public URI address(String service, int number) {
        return running().parts().process(service, number);
    }

    /// Restarts the processes of these services one after the other, each only when the one before is ready again. One
    /// that does not come back ends it.
    public void roll(List<String> services, Consumer<String> progress) {
        if (!rolling.compareAndSet(false, true)) {
            throw new StackException("A rolling restart is under way already.");
        }
        try {
            if (settings.replicas() == 1) {
                progress.accept("Each service has one process: requests to it fail while it restarts."
                        + " Start the stack with --replicas 2, and none does.");
            }
            for (String service : services) {
                processes(service).forEach(process -> restart(process, progress));
            }
        } finally {
            rolling.set(false);
        }
    }

    private void restart(ProcessSupervisor process, Consumer<String> progress) {
        var restarted = process.restart(settings.startLimit());
        progress.accept("  %-22s ended in %4.1f s, ready again after %4.1f s (process %d)"
                .formatted(
                        process.name(),
                        restarted.end().toMillis() / 1000.0,
                        restarted.start().toMillis() / 1000.0,
                        process.pid()));
    }

    private Running running() {
        if (running == null) {
            throw new IllegalStateException("the stack is not running");
        }
        return running;
    }

    private void atTheEnd(Runnable ending) {
        synchronized (endings) {
            if (!closed) {
                endings.push(ending);
                return;
            }
        }
        ending.run();
        throw new StackException("The stack was closed while it started.");
    }

    public boolean isClosed() {
        synchronized (endings) {
            return closed;
        }
    }

    /// Ends everything, last started first; one that fails to end does not keep the others. A second caller waits until
    /// the first is done.
    @Override
    public synchronized void close() {
        List<Runnable> all;
        synchronized (endings) {
            closed = true;
            all = new ArrayList<>(endings);
            endings.clear();
        }
        for (Runnable ending : all) {
            try {
                ending.run();
            } catch (RuntimeException failed) {
                say.accept("While stopping: " + failed.getMessage());
            }
        }
    }
}
