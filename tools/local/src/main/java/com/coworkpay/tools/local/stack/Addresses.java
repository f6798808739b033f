package com.coworkpay.tools.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/// Where a running stack can be reached; written into its folder for the demo and other tools.
///
/// @param frontDoor the one address of the services
/// @param issuer where tokens come from
/// @param simulator KakaoPay on this machine
/// @param kafka bootstrap servers: where the booking system tells and hears
/// @param reporting reporting-service itself, for its operator; the front door routes no internal path
/// @param control where the supervisor takes commands of this machine's user
public record Addresses(URI frontDoor, URI issuer, URI simulator, String kafka, URI reporting, URI control) {
    private static final String FILE = "addresses.properties";

    public static Addresses of(Path folder) {
        if (!StateFolder.isInUse(folder) || !Files.exists(folder.resolve(FILE))) {
            throw new StackException("No stack is running here. Start one in another terminal: ./coworkpay up");
        }
        try (var reader = Files.newBufferedReader(folder.resolve(FILE))) {
            var properties = new Properties();
            properties.load(reader);
            return new Addresses(
                    URI.create(properties.getProperty("front-door")),
                    URI.create(properties.getProperty("issuer")),
                    URI.create(properties.getProperty("simulator")),
                    properties.getProperty("kafka"),
                    URI.create(properties.getProperty("reporting")),
                    URI.create(properties.getProperty("control")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void save(Path folder) {
        var properties = new Properties();
        properties.setProperty("front-door", frontDoor.toString());
        properties.setProperty("issuer", issuer.toString());
        properties.setProperty("simulator", simulator.toString());
        properties.setProperty("kafka", kafka);
        properties.setProperty("reporting", reporting.toString());
        properties.setProperty("control", control.toString());
        // The script asks by this whether the programs it is about to build anew are running.
        properties.setProperty(
                "supervisor", String.valueOf(ProcessHandle.current().pid()));
        try (var writer = Files.newBufferedWriter(folder.resolve(FILE))) {
            properties.store(writer, "where the running stack can be reached");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void forget(Path folder) {
        try {
            Files.deleteIfExists(folder.resolve(FILE));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
