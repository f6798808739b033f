package com.coworkpay.tools.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.load.Dashboard;
import com.coworkpay.tools.local.stack.ProcessSupervisor;
import com.coworkpay.tools.local.stack.Services;
import java.net.ServerSocket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Two refund-services on one database have the same approvals answered and share a comparison, while what they stand
/// on is restarted.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoRefundServicesIT {
    /// Places for comparisons of both processes.
    private static final int AT_ONCE = 8;

    private final Stack stack = Stack.shared();
    private ProcessSupervisor another;
    private Stack.Place place;
    private Staff asked;
    private Staff first;
    private Staff second;

    @BeforeAll
    void startTheSecond() throws Exception {
        int port;
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        another = stack.stack().another(Services.REFUND, port);
        place = stack.place();
        var front = stack.stack().addresses().frontDoor();
        asked = new Staff(stack.stack(), front, "minji", place.location());
        first = new Staff(stack.stack(), front, "dohyun", place.location());
        second = new Staff(stack.stack(), URI.create("http://localhost:" + port), "dohyun", place.location());
    }

    @AfterAll
    void endTheSecond() {
        another.takeDown();
    }

    /// The same answer at both; and an approval at one while the other takes the refund back.
    @Test
    void anApprovalIsAnsweredAtBothAtOnce() {
        for (int number = 0; number < 3; number++) {
            var twice = Approval.asked(place);
            var answers = both(() -> approve(first, twice), () -> approve(second, twice));
            assertThat(answers).extracting(Http.Answer::status).containsOnly(200);
            twice.isRefundedOnce(place);

            var raced = Approval.asked(place);
            var race = both(() -> approve(second, raced), () -> asked.withdraw(raced.payment(), raced.refundId()));
            assertThat(race).extracting(Http.Answer::status).containsExactlyInAnyOrder(200, 409);
            if (race.getFirst().status() == 200) {
                raced.isRefundedOnce(place);
            } else {
                assertThat(raced.stored(place).getString("failure")).isEqualTo("WITHDRAWN");
                Money.refunded(place.kakaopay(), raced.payment());
            }
        }
    }

    @Test
    void bothShareAComparisonWhilePostgresAndKafkaAreRestarted() throws Exception {
        var waiting = Approval.asked(place);
        var paid = place.paidInOrder(AT_ONCE + 4);
        var dashboard = new Dashboard(stack.stack().addresses().simulator());
        var canceled = List.of(paid.getFirst(), paid.get(AT_ONCE - 1), paid.getLast());
        for (var payment : canceled) {
            assertThat(dashboard.cancel(Money.tid(place.kakaopay(), payment), 5_000))
                    .isTrue();
        }
        // They are compared in the order of their ids: these take all places of both.
        var held = paid.subList(0, AT_ONCE).stream()
                .map(payment -> place.kakaopay()
                        .fault(Fault.of(Endpoint.ORDER, FaultKind.HOLD_BEFORE_EFFECT)
                                .forOrder(payment.id())))
                .toList();
        String id = asked.compareAll();
        await().atMost(Stack.LIMIT).until(() -> held.stream().allMatch(place.kakaopay()::holding));
        var kafka = CompletableFuture.runAsync(() -> {
            stack.stack().kafka().takeDown();
            stack.stack().kafka().bringBack(Stack.LIMIT);
        });
        stack.stack().postgres().takeDown();
        held.forEach(place.kakaopay()::release);
        stack.stack().postgres().bringBack(Stack.LIMIT);
        kafka.join();

        await().atMost(Stack.LIMIT)
                .until(() -> asked.comparison(id).getString("status").equals("DONE"));
        var done = asked.comparison(id);
        assertThat(List.of(done.getInteger("payments"), done.getInteger("recorded"), done.getInteger("outsideKrw")))
                .as(done.encode())
                .containsExactly(paid.size() + 1, canceled.size(), 15_000);
        for (var payment : canceled) {
            place.suite().awaitRefunded(payment, 5_000);
            assertThat(place.suite().administrators().refunds(payment).getJsonArray("refunds"))
                    .hasSize(1);
        }
        assertThat(approve(first, waiting).status()).isEqualTo(200);
        waiting.isRefundedOnce(place);
    }

    private static Http.Answer approve(Staff staff, Approval asked) {
        return staff.answer(asked.payment(), asked.refundId(), Approval.PART_KRW, "APPROVED");
    }

    private interface Call {
        Http.Answer make();
    }

    private static List<Http.Answer> both(Call one, Call other) {
        var together = CompletableFuture.supplyAsync(other::make);
        var mine = one.make();
        return List.of(mine, together.join());
    }
}
