package com.coworkpay.platform.problem;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;

/// Sends what no decent client would.
final class RawHttp {

    private static final int TIMEOUT_MS = 10_000;

    private RawHttp() {}

    static String get(int port, String path) {
        return exchange(port, "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    }

    static String post(int port, String path, String json) {
        return post(port, path, "application/json", json);
    }

    static String post(int port, String path, String contentType, String json) {
        return exchange(
                port,
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + contentType + "\r\n"
                        + "Connection: close\r\nContent-Length: " + json.length() + "\r\n\r\n" + json);
    }

    /// @param chunks of one kilobyte each
    static String postChunks(int port, String path, int chunks) {
        String chunk = "400\r\n" + " ".repeat(0x400) + "\r\n";
        return exchange(
                port,
                "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                        + "Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                        + chunk.repeat(chunks) + "0\r\n\r\n");
    }

    private static String exchange(int port, String request) {
        try (Socket socket = new Socket("localhost", port)) {
            socket.setSoTimeout(TIMEOUT_MS);
            OutputStream out = socket.getOutputStream();
            try {
                out.write(request.getBytes(StandardCharsets.US_ASCII));
                out.flush();
            } catch (SocketException _) {
                // The server may hang up before it has taken all; what it said is read below.
            }
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
