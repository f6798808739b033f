package com.coworkpay.console.support;

import com.coworkpay.console.support.Contracts.Input;
import com.coworkpay.console.support.Contracts.Operation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The four services in one: it says what a test told it to say, if the contract allows that, and notes what it was
/// asked and everything that the contract does not allow to ask. Tests talk to it by HTTP too: they and the servers
/// around the console live in different class loaders.
final class StandInServices {

    private final Contracts contracts = Contracts.read();
    private static final Pattern OF_A_SERVICE = Pattern.compile("^/([a-z]+)-service/");

    private final Map<String, JsonNode> answers = new HashMap<>();
    private final List<HttpServerResponse> unanswered = new ArrayList<>();
    private ArrayNode seen = Contracts.JSON.createArrayNode();
    private ArrayNode faults = Contracts.JSON.createArrayNode();
    private final HttpServer server;

    StandInServices(Vertx vertx) {
        this.server = vertx.createHttpServer(new HttpServerOptions().setMaxHeaderSize(65_536));
    }

    int start() {
        server.requestHandler(request -> request.body()
                .onSuccess(body -> handle(request, body))
                .onFailure(_ -> request.connection().close()));
        server.listen(0, "localhost").toCompletionStage().toCompletableFuture().join();
        return server.actualPort();
    }

    private synchronized void handle(HttpServerRequest request, Buffer body) {
        switch (request.path()) {
            case "/_answers" -> take(request, body);
            case "/_reset" -> {
                answers.clear();
                unanswered.forEach(each -> each.reset());
                unanswered.clear();
                seen = Contracts.JSON.createArrayNode();
                faults = Contracts.JSON.createArrayNode();
                request.response().end();
            }
            case "/_seen" -> {
                ObjectNode all = Contracts.JSON.createObjectNode();
                all.set("requests", seen);
                all.set("faults", faults);
                request.response().end(all.toString());
            }
            default -> answer(request, body);
        }
    }

    /// A test says what to answer; refused if the contract has no such answer.
    private void take(HttpServerRequest request, Buffer body) {
        JsonNode answer = json(body);
        String named = answer.path("operation").asText();
        Operation operation = contracts.operation(named.substring(named.indexOf(':') + 1));
        String fault = fault(operation, answer);
        if (fault.isEmpty()) {
            answers.put(named, answer);
        }
        request.response().setStatusCode(fault.isEmpty() ? 204 : 422).end(fault);
    }

    private String fault(Operation operation, JsonNode answer) {
        int status = answer.path("status").asInt();
        if (answer.has("hang") || answer.has("raw")) {
            return "";
        }
        if (!operation.declares(status)) {
            return operation + " does not declare " + status;
        }
        JsonNode schema = status >= 400 ? Contracts.problem() : operation.answer(status);
        if (schema.isMissingNode()) {
            return answer.path("body").isMissingNode() ? "" : operation + " answers nothing with " + status;
        }
        String fault = contracts.faults(operation.file(), schema, answer.path("body"));
        return fault.isEmpty() ? "" : operation + " " + status + ": " + fault;
    }

    private void answer(HttpServerRequest request, Buffer body) {
        Optional<Operation> found = contracts.at(request.method().name(), path(request));
        if (found.isEmpty()) {
            faults.add("no operation " + request.method() + " " + request.uri());
            request.response().setStatusCode(404).end();
            return;
        }
        Operation operation = found.get();
        note(operation, request, body);
        JsonNode answer = answers.getOrDefault(service(request) + ":" + operation.id(), answers.get(operation.id()));
        if (answer == null) {
            faults.add("the test has no answer of " + operation.id());
            request.response().setStatusCode(500).end();
        } else if (answer.has("hang")) {
            unanswered.add(request.response());
        } else {
            send(request.response(), answer);
        }
    }

    private void send(HttpServerResponse response, JsonNode answer) {
        int status = answer.path("status").asInt();
        response.setStatusCode(status);
        response.putHeader("Content-Type", status >= 400 ? "application/problem+json" : "application/json");
        answer.path("headers")
                .properties()
                .forEach(header ->
                        response.putHeader(header.getKey(), header.getValue().asText()));
        if (answer.has("broken")) {
            response.setChunked(true);
            response.write(answer.path("raw").asText()).onComplete(_ -> response.reset());
        } else if (answer.has("raw")) {
            response.end(answer.path("raw").asText());
        } else if (answer.has("body")) {
            response.end(answer.path("body").toString());
        } else {
            response.end();
        }
    }

    private void note(Operation operation, HttpServerRequest request, Buffer body) {
        ObjectNode one = seen.addObject().put("operation", operation.id()).put("path", path(request));
        Map<String, String> path =
                operation.matched(request.method().name(), path(request)).orElseThrow();
        ObjectNode inPath = one.putObject("in");
        path.forEach((name, value) -> inPath.put(name, URLDecoder.decode(value, StandardCharsets.UTF_8)));
        ObjectNode query = one.putObject("query");
        request.params().forEach((name, value) -> query.withArray(name).add(value));
        ObjectNode headers = one.putObject("headers");
        request.headers().forEach((name, value) -> headers.put(name.toLowerCase(Locale.ROOT), value));
        if (body.length() > 0) {
            one.set("body", json(body));
        }
        judge(operation, request, one);
    }

    private void judge(Operation operation, HttpServerRequest request, JsonNode one) {
        request.params().names().stream()
                .filter(name -> operation.input("query", name).isEmpty())
                .forEach(name -> faults.add(operation + " has no parameter " + name));
        for (Input input : operation.inputs()) {
            boolean isThere =
                    switch (input.place()) {
                        case "query" -> request.params().contains(input.name());
                        case "header" -> request.headers().contains(input.name());
                        default -> true;
                    };
            if (input.required() && !isThere) {
                faults.add(operation + " needs " + input.name());
            }
        }
        JsonNode body = operation.body();
        if (one.has("body") && body.isMissingNode()) {
            faults.add(operation + " takes no body");
        }
        if (!body.isMissingNode()) {
            String fault = contracts.faults(operation.file(), body, one.path("body"));
            if (!fault.isEmpty()) {
                faults.add(operation + " body: " + fault);
            }
        }
        boolean isOpen = path(request).startsWith("/v1/checkouts/");
        if (isOpen == request.headers().contains("Authorization")) {
            faults.add(operation + (isOpen ? " was asked with a token" : " was asked without a token"));
        }
        if (request.headers().contains("Cookie")) {
            faults.add(operation + " got a cookie");
        }
    }

    /// As the service sees it: the part before it says which service is asked.
    private static String path(HttpServerRequest request) {
        return OF_A_SERVICE.matcher(request.path()).replaceFirst("/");
    }

    private static String service(HttpServerRequest request) {
        Matcher named = OF_A_SERVICE.matcher(request.path());
        return named.lookingAt() ? named.group(1) : "";
    }

    private static JsonNode json(Buffer body) {
        try {
            return Contracts.JSON.readTree(body.toString());
        } catch (JsonProcessingException e) {
            return Contracts.JSON.getNodeFactory().textNode(body.toString());
        }
    }

    void stop() {
        unanswered.forEach(each -> each.reset());
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
