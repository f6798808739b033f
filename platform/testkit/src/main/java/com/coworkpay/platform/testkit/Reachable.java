package com.coworkpay.platform.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import org.awaitility.Awaitility;

/// Whether somebody listens on a port of this machine.
final class Reachable {
    private static final int CONNECT_MS = 500;

    private Reachable() {}

    static void await(int port) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> isReachable(port));
    }

    private static boolean isReachable(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
