package com.coworkpay.platform.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/// TCP ports of this machine.
public final class Ports {
    /// Below what operating systems give to outgoing connections (Linux from 32768, macOS from 49152): one of those
    /// could take the port of a server that is down for a moment, and keep it from coming back.
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;
    private static final int MAX_ATTEMPTS = 200;

    private Ports() {}

    /// The port itself, or one that is free right now for 0. Somebody else may take it before it is used.
    public static int orFree(int port) {
        if (port != 0) {
            return port;
        }
        for (int attempt = 0; attempt < MAX_ATTEMPTS; attempt++) {
            int candidate = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(candidate)) {
                return candidate;
            }
        }
        throw new IllegalStateException("no free port between " + LOWEST + " and " + HIGHEST);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
