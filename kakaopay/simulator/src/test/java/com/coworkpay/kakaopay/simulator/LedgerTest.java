package com.coworkpay.kakaopay.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ledger is the truth: whatever was answered is in it, after any end of the process.
class LedgerTest extends SimulatorTestBase {
    @TempDir
    Path folder;

    private Simulator startOnFolder() {
        return Simulator.start(SimulatorSettings.inMemory().folder(folder).merchants(List.of(merchant())));
    }

    /// A full payment at this simulator, half of it cancelled.
    private static Map<String, Object> payAndCancelHalf(Simulator on) {
        KakaoCaller caller = KakaoCaller.current(on.baseUrl(), KEY);
        KakaoCaller.Reply ready = caller.call("ready", readyFields("order-1", 2200));
        String back = new SimulatorControl(on.baseUrl()).pay(ready.text("next_redirect_pc_url"), Method.CARD);
        Confirmed payment = new Confirmed(
                ready.text("tid"),
                "order-1",
                back.substring(back.indexOf("pg_token=") + 9),
                ready.text("next_redirect_pc_url"));
        assertThat(caller.call("approve", payment.approve()).status()).isEqualTo(200);
        assertThat(caller.call("cancel", payment.cancel(1100)).status()).isEqualTo(200);
        return payment.order();
    }

    @Test
    @DisplayName("guard: the ledger survives a restart, and the state is what it was")
    void restart() {
        List<Effect> before;
        KakaoCaller.Reply order;
        Map<String, Object> lookUp;
        try (Simulator first = startOnFolder()) {
            lookUp = payAndCancelHalf(first);
            before = new SimulatorControl(first.baseUrl()).ledger();
            order = KakaoCaller.current(first.baseUrl(), KEY).call("order", lookUp);
        }
        try (Simulator second = startOnFolder()) {
            SimulatorControl again = new SimulatorControl(second.baseUrl());
            assertThat(again.ledger()).isEqualTo(before);
            assertThat(KakaoCaller.current(second.baseUrl(), KEY).call("order", lookUp))
                    .isEqualTo(order);
            payAndCancelHalf(second);
            assertThat(again.ledger())
                    .extracting(Effect::sequence)
                    .isEqualTo(LongStream.rangeClosed(1, again.ledger().size())
                            .boxed()
                            .toList());
        }
    }

    @Test
    @DisplayName("merchants changed while running survive a restart and win over the settings")
    void merchantsSurvive() {
        try (Simulator first = startOnFolder()) {
            SimulatorControl changed = new SimulatorControl(first.baseUrl());
            changed.merchant(merchant().onlineEnabled(false));
            changed.revokeKey(ADMIN);
        }
        try (Simulator second = startOnFolder()) {
            assertThat(new SimulatorControl(second.baseUrl()).merchants())
                    .containsExactly(
                            Merchant.of(CID).secretKey(KEY).domain(SITE).onlineEnabled(false));
        }
    }

    @Test
    @DisplayName("guard: whatever was answered is on disk already: the file as it is at that moment restores it")
    void writtenBeforeTheAnswer() throws IOException {
        Path copy = Files.createDirectory(folder.resolve("copy"));
        Map<String, Object> lookUp;
        try (Simulator first = startOnFolder()) {
            lookUp = payAndCancelHalf(first);
            Files.copy(folder.resolve("ledger.jsonl"), copy.resolve("ledger.jsonl"));
        }
        try (Simulator second = Simulator.start(SimulatorSettings.inMemory().folder(copy))) {
            assertThat(KakaoCaller.current(second.baseUrl(), KEY)
                            .call("order", lookUp)
                            .text("status"))
                    .isEqualTo("PART_CANCEL_PAYMENT");
        }
    }

    @Test
    @DisplayName("a line torn at the end is cut off; the next entry starts a fresh line")
    void tornLine() throws IOException {
        Map<String, Object> lookUp;
        try (Simulator first = startOnFolder()) {
            lookUp = payAndCancelHalf(first);
        }
        Files.writeString(folder.resolve("ledger.jsonl"), "{\"sequence\":99,\"at\":\"2026-", StandardOpenOption.APPEND);
        try (Simulator second = startOnFolder()) {
            payAndCancelHalf(second);
        }
        try (Simulator third = startOnFolder()) {
            assertThat(KakaoCaller.current(third.baseUrl(), KEY)
                            .call("order", lookUp)
                            .text("status"))
                    .isEqualTo("PART_CANCEL_PAYMENT");
            assertThat(new SimulatorControl(third.baseUrl()).ledger())
                    .filteredOn(e -> e.kind() == EffectKind.APPROVE)
                    .hasSize(2);
        }
    }

    @Test
    @DisplayName("an unreadable line in the middle stops the start and says where")
    void brokenLine() throws IOException {
        try (Simulator first = startOnFolder()) {
            payAndCancelHalf(first);
        }
        Path file = folder.resolve("ledger.jsonl");
        Files.writeString(file, Files.readString(file).replaceFirst("\"type\":\"approve\"", "\"type\":\"?\""));
        assertThatThrownBy(this::startOnFolder)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("cannot be read at byte");
    }

    @Test
    @DisplayName("two simulators cannot share a folder")
    void oneAtATime() {
        try (Simulator first = startOnFolder()) {
            assertThat(first.port()).isPositive();
            assertThatThrownBy(this::startOnFolder).hasMessageContaining("another simulator");
        }
        startOnFolder().close();
    }

    @Test
    @DisplayName("reset forgets everything, on disk too, but the merchants of the settings")
    void resetForgets() {
        try (Simulator first = startOnFolder()) {
            payAndCancelHalf(first);
            SimulatorControl forget = new SimulatorControl(first.baseUrl());
            forget.merchant(Merchant.of("CW00000002"));
            forget.reset();
            assertThat(forget.ledger()).extracting(Effect::kind).containsExactly(EffectKind.MERCHANT);
            payAndCancelHalf(first);
        }
        try (Simulator second = startOnFolder()) {
            SimulatorControl again = new SimulatorControl(second.baseUrl());
            assertThat(again.merchants()).containsExactly(merchant());
            assertThat(again.ledger())
                    .filteredOn(e -> e.kind() == EffectKind.APPROVE)
                    .hasSize(1);
        }
    }

    @Test
    @DisplayName("a moved clock survives a restart")
    void clockSurvives() {
        String tid;
        try (Simulator first = startOnFolder()) {
            KakaoCaller.Reply ready =
                    KakaoCaller.current(first.baseUrl(), KEY).call("ready", readyFields("order-1", 2200));
            tid = ready.text("tid");
            new SimulatorControl(first.baseUrl()).shiftClock(tid, Duration.ofMinutes(16));
        }
        try (Simulator second = startOnFolder()) {
            Confirmed late = new Confirmed(tid, "order-1", "x", "x");
            assertThat(KakaoCaller.current(second.baseUrl(), KEY)
                            .call("approve", late.approve())
                            .code())
                    .isEqualTo(-723);
        }
    }

    @Test
    @DisplayName("a hundred thousand effects: read back, listed in pages, searched; a payment goes on as before")
    void big() throws IOException {
        try (Simulator first = startOnFolder()) {
            payAndCancelHalf(first);
        }
        multiplyLedger(17_000);
        try (Simulator second = startOnFolder()) {
            SimulatorControl big = new SimulatorControl(second.baseUrl());
            List<Effect> all = big.ledger();
            assertThat(all.size()).isGreaterThan(100_000);
            assertThat(big.open(second.baseUrl() + "/merchant?page=100")).contains("<tr class=");
            assertThat(big.ledger("order-1-14000")).hasSize(6);
            payAndCancelHalf(second);
            assertThat(big.ledger("order-1", EffectKind.APPROVE)).hasSize(2);
        }
    }

    /// Copies the one payment of the ledger under other ids.
    private void multiplyLedger(int times) throws IOException {
        Path file = folder.resolve("ledger.jsonl");
        List<String> lines = Files.readAllLines(file);
        List<String> payment =
                lines.stream().filter(l -> !l.contains("\"type\":\"merchant\"")).toList();
        String tid = payment.getFirst().replaceFirst(".*\"tid\":\"([^\"]+)\".*", "$1");
        StringBuilder more = new StringBuilder();
        long sequence = lines.size();
        for (int i = 0; i < times; i++) {
            for (String line : payment) {
                sequence++;
                more.append(line.replaceFirst("\"sequence\":\\d+", "\"sequence\":" + sequence)
                                .replace(tid, "T" + String.format(Locale.ROOT, "%019d", i))
                                .replace("\"order-1\"", "\"order-1-" + i + "\"")
                                .replaceFirst("\"pageKey\":\"[^\"]+\"", "\"pageKey\":\"" + i + "\""))
                        .append('\n');
            }
        }
        Files.writeString(file, more, StandardOpenOption.APPEND);
    }

    @Test
    @DisplayName("fifty callers at once on a ledger with fsync: all answered, all written")
    void concurrentOnDisk() {
        try (Simulator first = startOnFolder()) {
            KakaoCaller caller = KakaoCaller.current(first.baseUrl(), KEY);
            List<CompletableFuture<KakaoCaller.Reply>> calls = IntStream.range(0, 50)
                    .mapToObj(i -> caller.callAsync("ready", readyFields("o" + i, 1000)))
                    .toList();
            assertThat(calls.stream().map(CompletableFuture::join).map(KakaoCaller.Reply::status))
                    .containsOnly(200);
        }
        try (Simulator second = startOnFolder()) {
            assertThat(new SimulatorControl(second.baseUrl()).ledger())
                    .filteredOn(e -> e.kind() == EffectKind.READY)
                    .hasSize(50);
        }
    }
}
