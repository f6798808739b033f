package com.coworkpay.tools.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.kakaopay.simulator.Call;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.tools.local.Console;
import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.chaos.Chaos;
import com.coworkpay.tools.local.chaos.ChaosOptions;
import com.coworkpay.tools.local.load.ConsoleVisitor;
import com.coworkpay.tools.local.stack.LocalStack;
import com.coworkpay.tools.local.stack.ProcessSupervisor;
import com.coworkpay.tools.local.stack.Services;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/// Two processes of each program, with the waits of production: they share the work, and each can be restarted without
/// anybody noticing.
class RollingRestartIT {
    /// A steady load that leaves the machine the strength to start processes: most members wait for KakaoPay.
    private static final ChaosOptions LOAD =
            new ChaosOptions(Duration.ofMinutes(10), 4711, 6, 2, Duration.ofMillis(400));

    /// Longer than a process waits that was given no time for it.
    private static final Duration A_WHILE = Duration.ofSeconds(3);

    private final LocalStack stack = Stack.twoOfEach();

    @Test
    void noRequestFailsAndNothingIsLostWhileEveryProcessIsRestarted() throws Exception {
        var failed = new FailedRequests();
        var findings = Chaos.playRollingRestart(LOAD, stack, Console.standard(), new Http(failed));
        assertThat(failed.all()).isEmpty();
        assertThat(failed.observed()).isGreaterThan(50);
        assertThat(findings.firstWrong()).isEmpty();
        assertThat(findings.wonOutOfPlace()).isZero();
        assertThat(findings.checked()).containsKeys("I1 taken", "I1 left, in the report", "I3 no dead letters");
    }

    /// Sessions are in cookies that every process reads: who is signed in goes on, whichever process answers.
    @Test
    void somebodyWhoIsSignedInGoesOnWhileTheConsoleIsRestarted() throws Exception {
        var visitor = ConsoleVisitor.signedIn(stack.addresses().frontDoor(), "minji");
        var isOver = new AtomicBoolean();
        var pages = CompletableFuture.supplyAsync(() -> pagesUntil(isOver, visitor));
        try {
            stack.roll(List.of(Services.CONSOLE), line -> {});
        } finally {
            isOver.set(true);
        }
        assertThat(pages.join()).isGreaterThan(10);
    }

    private static int pagesUntil(AtomicBoolean isOver, ConsoleVisitor visitor) {
        int pages = 0;
        try {
            while (!isOver.get()) {
                visitor.page("/console/locations");
                pages++;
            }
            return pages;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void bothReadTheTopicsAndOneRelayIsAtWork() {
        var replicas = new Replicas(stack);
        await().atMost(Stack.LIMIT).untilAsserted(() -> {
            replicas.shareTheTopicsOf("payment-service-bookings");
            replicas.shareTheTopicsOf("payment-service-refunds");
            replicas.shareTheTopicsOf("refund-service");
            replicas.shareTheTopicsOf("reporting-service");
        });
        for (String service : List.of(Services.INTEGRATION, Services.PAYMENT, Services.REFUND)) {
            await().atMost(Stack.LIMIT).untilAsserted(() -> assertThat(replicas.relaysAtWork(service))
                    .isEqualTo(1));
        }
    }

    @Test
    void aProcessThatStopsWaitsForKakaoPaysAnswerToAVisit() throws Exception {
        var place = Stack.placeOn(stack);
        var payment = place.begun();
        long fault = place.kakaopay()
                .fault(Fault.of(Endpoint.APPROVE, FaultKind.HOLD_AFTER_EFFECT).forOrder(payment.id()));
        var wayBack = URI.create(place.kakaopay().pay(payment.redirectUrl(), Method.MONEY));
        var there = stack.address(Services.PAYMENT, 2).resolve(wayBack.getRawPath() + "?" + wayBack.getRawQuery());
        var visit = CompletableFuture.supplyAsync(() -> visit(there));
        await().atMost(Stack.LIMIT).until(() -> place.kakaopay().holding(fault));

        var second = stack.processes(Services.PAYMENT).get(1);
        var stopping = CompletableFuture.runAsync(second::takeDown);
        try {
            await().atMost(Stack.LIMIT)
                    .until(() -> hasLogged(second, "Waiting for HTTP requests to complete") || !second.isAlive());
            goesOnWaiting(List.of(second));
            place.kakaopay().release(fault);
            assertThat(visit.join().header("location")).contains("status=SUCCEEDED");
        } finally {
            stopping.join();
            second.bringBack(Stack.LIMIT);
        }
        Money.movedOnce(place.kakaopay(), payment);
        assertThat(calls(place, payment, Endpoint.APPROVE)).isEqualTo(1);
        assertThat(calls(place, payment, Endpoint.ORDER))
                .as("nobody had to look it up")
                .isZero();
    }

    @Test
    void aProcessThatStopsWaitsForKakaoPaysAnswerToARefund() throws Exception {
        var place = Stack.placeOn(stack);
        var payment = place.paid();
        long fault = place.kakaopay()
                .fault(Fault.of(Endpoint.CANCEL, FaultKind.HOLD_AFTER_EFFECT).forOrder(payment.id()));
        try (var bookingSystem = new BookingSystem(stack.bootstrapServers())) {
            bookingSystem.cancel(place.location(), place.lastBooking());
        }
        await().atMost(Stack.LIMIT).until(() -> place.kakaopay().holding(fault));

        var both = stack.processes(Services.REFUND);
        var stopping = both.stream()
                .map(process -> CompletableFuture.runAsync(process::takeDown))
                .toList();
        try {
            await().atMost(Stack.LIMIT)
                    .until(() ->
                            both.stream().anyMatch(process -> hasLogged(process, "waiting for the end of 1 pieces"))
                                    || both.stream().noneMatch(ProcessSupervisor::isAlive));
            goesOnWaiting(both);
            place.kakaopay().release(fault);
        } finally {
            stopping.forEach(CompletableFuture::join);
            both.parallelStream().forEach(process -> process.bringBack(Stack.LIMIT));
        }

        place.suite().administrators().awaitRefunds(payment, ApiClient.BOOKING_KRW);
        Money.refunded(place.kakaopay(), payment, ApiClient.BOOKING_KRW);
        assertThat(calls(place, payment, Endpoint.CANCEL)).isEqualTo(1);
        assertThat(calls(place, payment, Endpoint.ORDER))
                .as("nobody had to look it up")
                .isZero();
    }

    private static void goesOnWaiting(List<ProcessSupervisor> processes) {
        await().atMost(Stack.LIMIT)
                .failFast("it did not wait", () -> processes.stream().noneMatch(ProcessSupervisor::isAlive))
                .during(A_WHILE)
                .until(() -> true);
    }

    private static Http.Answer visit(URI uri) {
        try {
            return new Http().send("GET", uri, Map.of(), null);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static long calls(Stack.Place place, StartedPayment payment, Endpoint endpoint) {
        return place.kakaopay().calls(payment.id()).stream()
                .map(Call::endpoint)
                .filter(endpoint::equals)
                .count();
    }

    private static boolean hasLogged(ProcessSupervisor process, String words) {
        try {
            return Files.readString(process.log(), StandardCharsets.UTF_8).contains(words);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
