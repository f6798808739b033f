package com.coworkpay.tools.local.stack;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The whole of CoworkPay on one machine, and its state in one folder.
///
/// Issuer, simulator, front door and the stand-in for the portal run in this program; PostgreSQL, Kafka and the
/// services are its children. [#close]
/// may come at any moment, in the middle of the start too, and leaves no process behind.
public final class LocalStack implements AutoCloseable {
    private final StackSettings settings;
    private final Consumer<String> say;
    private final Endings endings;
    private final RollingRestarts rolling;
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
        this.endings = new Endings(say);
        this.rolling = new RollingRestarts(settings, this::processes);
    }

    /// Starts everything; a failure leaves the closing to the caller.
    public void start() throws IOException {
        var state = StateFolder.open(settings.folder());
        endings.add(state::close);
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
        endings.add(clock::shutdownNow);
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
        new OwnPrograms(settings.simulatorApart(), parts, ports, secrets, state, endings).start(timer);

        var services = new LinkedHashMap<String, List<ProcessSupervisor>>();
        settings.programs()
                .forEach(service -> services.put(
                        service,
                        IntStream.rangeClosed(1, settings.replicas())
                                .mapToObj(number ->
                                        new ProcessSupervisor(parts.partOf(service, number), launcher, clock, say))
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
        endings.add(() -> Addresses.forget(state.path()));
        running = new Running(addresses, secrets, parts, launcher, clock, postgres, kafka, simulator, services);
    }

    private void start(StartTimer timer, List<ProcessSupervisor> supervisors) {
        endings.add(() -> ProcessSupervisor.closeAll(supervisors));
        timer.startTogether(supervisors);
    }

    private URI control(Secrets secrets) {
        var control = ControlEndpoint.start(
                secrets.controlToken(),
                settings.programs(),
                (services, progress) -> roll(services, say.andThen(progress)),
                program -> service(program).kill());
        endings.add(control::close);
        return control.uri();
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

    /// What runs in processes of its own, by the names of the modules.
    public List<String> programs() {
        return settings.programs();
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

    /// Restarts the processes of these services one after the other.
    public void roll(List<String> services, Consumer<String> progress) {
        rolling.restart(services, progress);
    }

    private Running running() {
        if (running == null) {
            throw new IllegalStateException("the stack is not running");
        }
        return running;
    }

    public boolean isClosed() {
        return endings.areClosed();
    }

    @Override
    public void close() {
        endings.close();
    }
}
