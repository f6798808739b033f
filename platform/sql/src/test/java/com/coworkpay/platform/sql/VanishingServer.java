package com.coworkpay.platform.sql;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// A relay before PostgreSQL. Its connections can fall silent, as when a machine loses its power: nothing said on them
/// arrives any more, and not their end either. Connections that are made later lead to PostgreSQL again, as to a new
/// primary.
final class VanishingServer implements AutoCloseable {
    private final ServerSocket server;
    private final String host;
    private final int port;
    private final List<Line> lines = new CopyOnWriteArrayList<>();
    private final AtomicInteger passed = new AtomicInteger();
    private volatile boolean isHanging;

    private VanishingServer(ServerSocket server, String host, int port) {
        this.server = server;
        this.host = host;
        this.port = port;
    }

    static VanishingServer before(String host, int port) throws IOException {
        var relay = new VanishingServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), host, port);
        Thread.startVirtualThread(relay::answer);
        return relay;
    }

    int port() {
        return server.getLocalPort();
    }

    void vanish() {
        lines.forEach(line -> line.isSilent = true);
    }

    /// New connections are taken, as by the kernel of a server that hangs; nothing is said on them until it goes on.
    void hang(boolean itDoes) {
        isHanging = itDoes;
        if (!itDoes) {
            lines.forEach(line -> line.goOn.countDown());
        }
    }

    /// Connections on which PostgreSQL was asked something.
    int passed() {
        return passed.get();
    }

    private void answer() {
        while (true) {
            Line line = next();
            if (line == null) {
                return;
            }
            lines.add(line);
            if (!isHanging) {
                line.goOn.countDown();
            }
            Thread.startVirtualThread(() -> {
                line.await();
                passed.incrementAndGet();
                line.pass(line.client, line.postgres);
            });
            Thread.startVirtualThread(() -> line.pass(line.postgres, line.client));
        }
    }

    private @Nullable Line next() {
        try {
            return new Line(server.accept(), new Socket(host, port));
        } catch (IOException _) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            server.close();
            for (Line line : lines) {
                line.end();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Line {
        private final Socket client;
        private final Socket postgres;
        private final CountDownLatch goOn = new CountDownLatch(1);
        private volatile boolean isSilent;

        Line(Socket client, Socket postgres) {
            this.client = client;
            this.postgres = postgres;
        }

        void await() {
            try {
                goOn.await();
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }

        void pass(Socket from, Socket to) {
            var bytes = new byte[8192];
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                for (int read = in.read(bytes); read >= 0 && !isSilent; read = in.read(bytes)) {
                    out.write(bytes, 0, read);
                }
            } catch (IOException _) {
                // Told to the other side below.
            }
            if (!isSilent) {
                end();
            }
        }

        void end() {
            try {
                client.close();
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
