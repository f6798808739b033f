package com.coworkpay.platform.testkit.contract;

import com.coworkpay.platform.testkit.TestIdentity;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Drives every endpoint of a service from its own OpenAPI file with right, odd and random input: no answer is a fault
/// of ours, every refusal is a problem, every answer has the form that the file gives it.
///
/// ```java
/// ContractDriver.of("payment-service").known("locationId", shop::location).drive();
/// ```
///
/// The same seed sends the same requests: `-Dcontract.seed=…`. `-Dcontract.seconds=…` goes on for longer.
public final class ContractDriver {

    private static final long SEED = Long.getLong("contract.seed", 20_261_129L);
    private static final Duration MAX_LENGTH = Duration.ofSeconds(Long.getLong("contract.seconds", 20));
    private static final int MAX_ROUNDS = 400;
    private static final int MAX_FINDINGS = 20;

    private final Contract contract;
    private final Map<String, Supplier<String>> known = new HashMap<>();
    private final Map<String, Supplier<String>> bodies = new HashMap<>();
    private final List<Supplier<String>> tokens = new ArrayList<>();
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private ContractDriver(Contract contract) {
        this.contract = contract;
    }

    public static ContractDriver of(String service) {
        return new ContractDriver(Contract.read(Path.of("..", "docs", "contracts", "openapi", service + ".yaml")));
    }

    /// The value for every parameter and member of this name, where the form alone does not tell one that exists.
    public ContractDriver known(String name, Supplier<String> value) {
        known.put(name, value);
        return this;
    }

    /// A body that is taken, from which odd ones are made.
    public ContractDriver body(String operationId, Supplier<String> json) {
        bodies.put(operationId, json);
        return this;
    }

    /// Who calls: the first one, who should hold everything, nearly always.
    public ContractDriver as(TestIdentity.Token token) {
        tokens.add(token::sign);
        return this;
    }

    /// Fails with everything that was found.
    public void drive() {
        tokens.add(TestIdentity.token("stranger")::sign);
        tokens.add(TestIdentity.token("a\0b").everywhere("payment:read")::sign);
        tokens.add(TestIdentity.token("x".repeat(4000))::sign);
        Calls calls = new Calls(contract, known, bodies, tokens, new Random(SEED));
        Map<String, String> findings = new HashMap<>();
        long end = System.nanoTime() + MAX_LENGTH.toNanos();
        for (int round = 0; round < MAX_ROUNDS && findings.size() < MAX_FINDINGS; round++) {
            for (Operation operation : contract.operations()) {
                Call call = round % 8 == 0 ? calls.right(operation) : calls.odd(operation);
                fault(call)
                        .ifPresent(fault -> findings.putIfAbsent(operation + ": " + kind(fault), fault + "\n" + call));
            }
            if (round > 0 && System.nanoTime() > end) {
                break;
            }
        }
        if (!findings.isEmpty()) {
            throw new AssertionError("With -Dcontract.seed=" + SEED + ":\n\n"
                    + findings.values().stream().sorted().collect(Collectors.joining("\n\n")));
        }
    }

    private static String kind(String fault) {
        return fault.length() <= 60 ? fault : fault.substring(0, 60);
    }

    private Optional<String> fault(Call call) {
        try {
            return Answers.fault(contract, call, answer(call));
        } catch (IOException e) {
            return Optional.of("no answer, twice: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /// A connection that was kept may end in the moment of its next request (RFC 9112, section 9.3.1): once more then.
    private HttpResponse<String> answer(Call call) throws IOException, InterruptedException {
        try {
            return client.send(request(call), ContractDriver::body);
        } catch (IOException _) {
            return client.send(request(call), ContractDriver::body);
        }
    }

    /// A stream that is there has no end.
    private static HttpResponse.BodySubscriber<String> body(HttpResponse.ResponseInfo head) {
        boolean endless = head.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
        return endless ? new Unread() : HttpResponse.BodyHandlers.ofString().apply(head);
    }

    /// Hangs up.
    private static final class Unread implements HttpResponse.BodySubscriber<String> {
        @Override
        public CompletionStage<String> getBody() {
            return CompletableFuture.completedFuture("");
        }

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.cancel();
        }

        @Override
        public void onNext(List<ByteBuffer> ignored) {}

        @Override
        public void onError(Throwable ignored) {}

        @Override
        public void onComplete() {}
    }

    private static HttpRequest request(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder()
                .uri(URI.create("http://localhost:" + RestAssured.port + uri(call.target())))
                .timeout(Duration.ofSeconds(30))
                .method(
                        call.method,
                        call.body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(call.body));
        call.headers.forEach(request::header);
        return request.build();
    }

    /// A lone percent sign is no URI to this client; to a browser it is.
    private static String uri(String target) {
        return target.replaceAll("%(?![0-9A-Fa-f]{2})", "%25");
    }
}
