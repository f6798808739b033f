package com.coworkpay.tools.local.stack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/// What a local stack needs to start.
///
/// @param root the checkout, where the packaged services are
/// @param folder where the state is kept
/// @param fresh forget the state first
/// @param port the front door's port; without one, the port of last time, or 8080, or the next free one
/// @param anyPorts take any free ports instead of the usual ones (tests)
/// @param serviceSettings environment variables that all services get besides the usual ones (tests shorten waits)
/// @param simulatorApart run the simulator as a process of its own, its ledger in memory (benchmarks)
/// @param startLimit how long one part may take to become ready; longer where several of each start together
/// @param serviceJvm how the processes of the services run
/// @param replicas processes of each service
/// @param console whether the console runs as well
public record StackSettings(
        Path root,
        Path folder,
        boolean fresh,
        OptionalInt port,
        boolean anyPorts,
        Map<String, String> serviceSettings,
        boolean simulatorApart,
        Duration startLimit,
        ServiceJvm serviceJvm,
        int replicas,
        boolean console) {
    public static final int MAX_REPLICAS = 4;

    public StackSettings {
        root = root.toAbsolutePath().normalize();
        folder = folder.toAbsolutePath().normalize();
        serviceSettings = Map.copyOf(serviceSettings);
        if (replicas < 1 || replicas > MAX_REPLICAS) {
            throw new IllegalArgumentException("replicas: " + replicas);
        }
    }

    /// One process of each service, without the console.
    public StackSettings(
            Path root,
            Path folder,
            boolean fresh,
            OptionalInt port,
            boolean anyPorts,
            Map<String, String> serviceSettings,
            boolean simulatorApart,
            Duration startLimit,
            ServiceJvm serviceJvm) {
        this(root, folder, fresh, port, anyPorts, serviceSettings, simulatorApart, startLimit, serviceJvm, 1, false);
    }

    public StackSettings withReplicas(int number) {
        return new StackSettings(
                root,
                folder,
                fresh,
                port,
                anyPorts,
                serviceSettings,
                simulatorApart,
                startLimit,
                serviceJvm,
                number,
                console);
    }

    public StackSettings withConsole() {
        return new StackSettings(
                root,
                folder,
                fresh,
                port,
                anyPorts,
                serviceSettings,
                simulatorApart,
                startLimit,
                serviceJvm,
                replicas,
                true);
    }

    /// What runs in processes of its own, by the names of the modules.
    List<String> programs() {
        return console ? Services.PROGRAMS : Services.NAMES;
    }

    /// From the packages of the checkout.
    public StackSettings(
            Path root,
            Path folder,
            boolean fresh,
            OptionalInt port,
            boolean anyPorts,
            Map<String, String> serviceSettings,
            boolean simulatorApart,
            Duration startLimit) {
        this(
                root,
                folder,
                fresh,
                port,
                anyPorts,
                serviceSettings,
                simulatorApart,
                startLimit,
                ServiceJvm.ofCheckout(root.toAbsolutePath().normalize()));
    }

    public static StackSettings of(Path root, Path folder, boolean fresh, OptionalInt port) {
        return new StackSettings(root, folder, fresh, port, false, Map.of(), false, Duration.ofMinutes(3));
    }
}
