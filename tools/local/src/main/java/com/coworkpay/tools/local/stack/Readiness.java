package com.coworkpay.tools.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/// Tells whether a part that was just started is ready to work.
interface Readiness {
    boolean isReady();

    /// A service says so itself.
    static Readiness http(URI uri) {
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(1))
                .build();
        var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(2)).build();
        return () -> {
            try {
                return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
            } catch (IOException notYet) {
                return false;
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        };
    }

    /// A program prints a line when it is.
    static Readiness printed(Path log, String text) {
        return () -> {
            try {
                return Files.readString(log, StandardCharsets.ISO_8859_1).contains(text);
            } catch (IOException notYet) {
                return false;
            }
        };
    }
}
