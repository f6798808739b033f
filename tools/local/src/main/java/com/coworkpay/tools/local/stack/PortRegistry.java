package com.coworkpay.tools.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;

/// The ports of this stack. A port once chosen is kept, because addresses were given out with it; if somebody else has
/// taken it meanwhile, that is said and another one is taken.
final class PortRegistry {
    private static final int MAX_ATTEMPTS = 50;

    private final Path file;
    private final Properties kept = new Properties();
    private final Set<Integer> given = new HashSet<>();
    private final boolean any;
    private final Consumer<String> say;

    PortRegistry(Path file, boolean any, Consumer<String> say) {
        this.file = file;
        this.any = any;
        this.say = say;
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                kept.load(reader);
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /// A port that people were told about: as asked for, or as last time, or the usual one, or the next free one.
    int forPeople(String part, OptionalInt asked, int usual) {
        if (asked.isPresent()) {
            return chosen(part, exactly(asked.getAsInt()));
        }
        int preferred = last(part).orElse(any ? 0 : usual);
        if (preferred == 0) {
            return chosen(part, anyFree());
        }
        if (isFree(preferred)) {
            return chosen(part, preferred);
        }
        int next = nextFree(preferred);
        say.accept("Port %d is held by %s; the %s uses %d instead."
                .formatted(preferred, PortHolder.of(preferred), part, next));
        return chosen(part, next);
    }

    /// A port that only the stack itself uses: any free one, the same as last time if that is free.
    int inside(String part) {
        var last = last(part);
        return chosen(part, last.isPresent() && isFree(last.getAsInt()) ? last.getAsInt() : anyFree());
    }

    void save() {
        try (var writer = Files.newBufferedWriter(file)) {
            kept.store(writer, "ports of this stack; delete a line to have that port chosen anew");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private int exactly(int port) {
        if (!isFree(port)) {
            throw new StackException(
                    "Port %d, which was asked for, is held by %s. Stop that program or ask for another port."
                            .formatted(port, PortHolder.of(port)));
        }
        return port;
    }

    private OptionalInt last(String part) {
        String port = kept.getProperty(key(part));
        try {
            return port == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(port));
        } catch (NumberFormatException edited) {
            return OptionalInt.empty();
        }
    }

    private int chosen(String part, int port) {
        given.add(port);
        kept.setProperty(key(part), String.valueOf(port));
        return port;
    }

    private int nextFree(int from) {
        for (int port = from + 1; port <= from + MAX_ATTEMPTS; port++) {
            if (isFree(port)) {
                return port;
            }
        }
        return anyFree();
    }

    private int anyFree() {
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            int port = com.coworkpay.platform.embedded.Ports.orFree(0);
            if (isFree(port)) {
                return port;
            }
        }
        throw new StackException("This machine has no free port.");
    }

    /// Free on every address: a program that listens on all of them would get the browser's visit in our place.
    private boolean isFree(int port) {
        if (given.contains(port)) {
            return false;
        }
        try (var everywhere = new ServerSocket()) {
            everywhere.bind(new InetSocketAddress(port));
        } catch (IOException taken) {
            return false;
        }
        try (var loopback = new ServerSocket()) {
            loopback.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private static String key(String part) {
        return part.replace(' ', '-');
    }
}
