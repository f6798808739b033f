package com.coworkpay.console.client;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.core.http.HttpClientResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestMulti;

/// A service's file on its way to the browser's own download.
public final class PassedFile {

    private static final List<String> PASSED_ON =
            List.of("Content-Disposition", "Content-Language", "Coworkpay-Complete-Up-To");

    private PassedFile() {}

    public static RestMulti<byte[]> to(HttpServerResponse response, Uni<HttpClientResponse> file) {
        return RestMulti.fromUniResponse(file, answer -> bytes(answer, response), PassedFile::headers);
    }

    /// A file that could not be finished ends with a broken connection, so that nobody takes it for the whole.
    private static Multi<byte[]> bytes(HttpClientResponse answer, HttpServerResponse response) {
        return answer.toMulti().map(Buffer::getBytes).onFailure().invoke(_ -> {
            if (response.headWritten()) {
                response.reset();
            }
        });
    }

    private static Map<String, List<String>> headers(HttpClientResponse answer) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (String name : PASSED_ON) {
            String value = answer.getHeader(name);
            if (value != null) {
                headers.put(name, List.of(value));
            }
        }
        return headers;
    }
}
