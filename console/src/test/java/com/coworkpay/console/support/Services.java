package com.coworkpay.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.ConfigProvider;

/// Tells the stand-in for the services what to say, and asks it what it heard.
public final class Services {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /// A request that reached a service.
    public record Heard(String operation, JsonNode in, JsonNode query, JsonNode headers, JsonNode body) {
        public String header(String name) {
            return headers.path(name).asText();
        }
    }

    private final String address = ConfigProvider.getConfig().getValue("test.services", String.class);

    /// Everything answers as on a good day.
    public static Services onAGoodDay() {
        Services services = new Services();
        services.call("/_reset", "");
        GoodDay.all().forEach(services::says);
        return services;
    }

    /// With the status of its good answer.
    public void says(String operation, JsonNode body) {
        int status =
                switch (operation) {
                    case "payCheckout", "requestRefund", "resolvePayment", "resolveRefund", "startComparison" -> 201;
                    case "startRefundBatch" -> 202;
                    default -> 200;
                };
        says(operation, status, body);
    }

    public void says(String operation, int status, JsonNode body) {
        ObjectNode answer = answer(operation, status);
        answer.set("body", body);
        give(answer);
    }

    /// As on a good day, but for this.
    public void says(String operation, Consumer<ObjectNode> change) {
        ObjectNode body = GoodDay.of(operation);
        change.accept(body);
        says(operation, body);
    }

    public void refuses(String operation, int status, String type, String detail) {
        refuses(operation, status, type, detail, _ -> {});
    }

    public void refuses(String operation, int status, String type, String detail, Consumer<ObjectNode> change) {
        ObjectNode answer = answer(operation, status);
        ObjectNode problem = answer.putObject("body")
                .put("type", "urn:coworkpay:problem:" + type)
                .put("title", "Refused")
                .put("status", status)
                .put("detail", detail)
                .put("instance", "/v1")
                .put("traceId", "4bf92f3577b34da6a3ce929d0e0e4736");
        change.accept(problem);
        if (problem.has("retryAfter")) {
            answer.putObject("headers")
                    .put("Retry-After", problem.remove("retryAfter").asText());
        }
        give(answer);
    }

    /// Some door before the service speaks for it, in HTML.
    public void isHiddenByADoor(String operation, int status) {
        ObjectNode answer = answer(operation, status).put("raw", "<html><h1>Bad Gateway</h1></html>");
        answer.putObject("headers").put("Content-Type", "text/html");
        give(answer);
    }

    public void sendsAFile(String operation, String text, String disposition) {
        ObjectNode answer = answer(operation, 200).put("raw", text);
        answer.putObject("headers")
                .put("Content-Type", "text/csv; charset=utf-8")
                .put("Content-Disposition", disposition);
        give(answer);
    }

    /// Begins it, and breaks the connection.
    public void breaksAFile(String operation, String text) {
        ObjectNode answer = answer(operation, 200).put("raw", text).put("broken", true);
        answer.putObject("headers").put("Content-Type", "text/csv; charset=utf-8");
        give(answer);
    }

    /// Takes the request and never answers.
    public void hangs(String operation) {
        give(answer(operation, 200).put("hang", true));
    }

    private static ObjectNode answer(String operation, int status) {
        return Contracts.JSON.createObjectNode().put("operation", operation).put("status", status);
    }

    private void give(ObjectNode answer) {
        HttpResponse<String> taken = call("/_answers", answer.toString());
        assertThat(taken.body()).as("an answer of the contract").isEmpty();
        assertThat(taken.statusCode()).isEqualTo(204);
    }

    public List<Heard> heard(String operation) {
        return StreamSupport.stream(seen().path("requests").spliterator(), false)
                .filter(each -> each.path("operation").asText().equals(operation))
                .map(each -> new Heard(
                        operation, each.path("in"), each.path("query"), each.path("headers"), each.path("body")))
                .toList();
    }

    public Heard heardOnce(String operation) {
        List<Heard> all = heard(operation);
        assertThat(all).as(operation).hasSize(1);
        return all.getFirst();
    }

    /// Nothing was asked at all.
    public boolean heardNothing() {
        return seen().path("requests").isEmpty();
    }

    /// What the contracts do not allow to ask.
    public List<String> faults() {
        return StreamSupport.stream(seen().path("faults").spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    private JsonNode seen() {
        try {
            return Contracts.JSON.readTree(call("/_seen", "").body());
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> call(String path, String body) {
        try {
            return HTTP.send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .POST(HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
