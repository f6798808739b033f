package com.coworkpay.kakaopay.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.kakaopay.simulator.EffectKind;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Fault;
import com.coworkpay.kakaopay.simulator.FaultKind;
import com.coworkpay.kakaopay.simulator.Merchant;
import com.coworkpay.kakaopay.simulator.Simulator;
import com.coworkpay.kakaopay.simulator.SimulatorControl;
import com.coworkpay.kakaopay.simulator.SimulatorSettings;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The whole command, at a simulator that is as assumed and at one that is not.
class KakaoPayCheckTest {
    private static final String CID = "TC0ONETIME";
    private static final String KEY = "DEV7K2QWERTY0123456789ABCDEFGHIJKLMNOPQR";
    private static final String ADMIN = "0123456789abcdef0123456789abcdef";

    /// Those that get as far as a fault; the one after them is the command's own, at its end.
    private static final int CANCELS_OF_THE_STORY = 11;

    @TempDir
    Path folder;

    private Simulator simulator;
    private SimulatorControl control;
    private OtherKakaoPay other;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void start() throws IOException {
        Merchant merchant = Merchant.of(CID).secretKey(KEY).adminKey(ADMIN).domain("http://localhost:8765");
        simulator = Simulator.start(SimulatorSettings.inMemory().merchants(List.of(merchant)));
        control = new SimulatorControl(simulator.baseUrl());
        other = new OtherKakaoPay(simulator.baseUrl());
    }

    @AfterEach
    void stop() {
        other.close();
        simulator.close();
    }

    private int check(URI base, String... more) throws IOException {
        Path key = Files.writeString(folder.resolve("key"), List.of(more).contains("ADMIN_KEY") ? ADMIN : KEY + "\n");
        List<String> words = new ArrayList<>(List.of("--key-file", key.toString(), "--cid", CID));
        words.addAll(List.of("--base-url", base.toString(), "--recording", "r.json"));
        words.addAll(List.of(more));
        if (!words.contains("--unattended")) {
            words.addAll(List.of("--unattended", "MONEY"));
        }
        said.clear();
        return KakaoPayCheck.run(words, folder, said::add);
    }

    /// The command as a process of its own, which can be ended.
    static final class Command {
        public static void main(String[] words) throws IOException {
            System.exit(KakaoPayCheck.run(List.of(words), Path.of("."), System.out::println));
        }
    }

    @Test
    void interruptedItGivesBackAndSaysSo() throws Exception {
        control.fault(Fault.of(Endpoint.ORDER, FaultKind.SLOW)
                .delay(Duration.ofMillis(500))
                .times(1000));
        Path key = Files.writeString(folder.resolve("key"), KEY);
        Path output = folder.resolve("output");
        String url = simulator.baseUrl().toString();
        Process command = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Command.class.getName(),
                        "--key-file",
                        key.toString(),
                        "--cid",
                        CID,
                        "--base-url",
                        url,
                        "--unattended",
                        "MONEY")
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            await().atMost(Duration.ofMinutes(1)).until(() -> krw(EffectKind.APPROVE) > 0 || !command.isAlive());
            command.destroy();

            assertThat(command.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(Files.readString(output)).contains("Interrupted", "Nothing is left at KakaoPay");
            assertNothingIsLeft();
        } finally {
            command.destroyForcibly();
        }
    }

    private String output() {
        return String.join("\n", said);
    }

    private void assertNothingIsLeft() {
        long approved = krw(EffectKind.APPROVE);
        assertThat(approved).isPositive();
        assertThat(krw(EffectKind.CANCEL)).isEqualTo(approved);
    }

    private long krw(EffectKind kind) {
        return control.ledger().stream()
                .filter(effect -> effect.kind() == kind)
                .mapToLong(effect -> effect.amountKrw())
                .sum();
    }

    @ParameterizedTest
    @CsvSource({"SECRET_KEY, MONEY", "SECRET_KEY, CARD", "ADMIN_KEY, MONEY", "ADMIN_KEY, CARD"})
    void whereNothingDiffersAllAgreeAndAllIsGivenBack(String kind, String method) throws IOException {
        int exit = check(simulator.baseUrl(), "--kind", kind, "--unattended", method);
        assertThat(said).as(output()).anyMatch(line -> line.matches("All \\d{2} answers are as assumed\\."));
        assertThat(exit).isZero();
        assertThat(output()).contains("Nothing is left at KakaoPay");
        assertNothingIsLeft();
    }

    @Test
    void eachKindOfDifferenceIsInTheTable() throws IOException {
        plantDifferences(other);
        assertThat(check(other.url())).isEqualTo(1);
        assertThat(said)
                .anyMatch(row("ready without item_name", "code", "error_code", "-400", "-2"))
                .anyMatch(row("ready without item_name", "text", "error_message", "item_name has.*", "no name"))
                .anyMatch(row("order of no TID", "status", "", "400", "404"))
                .anyMatch(row("order of no TID", "outcome", "", "refused for good NO_SUCH_TID", "unknown.*"))
                .anyMatch(row("order, paid", "missing", "payment_action_details\\[PAYMENT\\].amount", "3300", "absent"))
                .anyMatch(row("order, paid", "absent not null", "item_code", "null", "absent"))
                .anyMatch(row("ready", "null not absent", "tms_result", "absent", "null"))
                .anyMatch(row("approve", "type", "quantity", "whole number", "string"))
                .anyMatch(row("approve", "added", "coupon", "absent", "\\*\\*\\*"))
                .anyMatch(row("cancel in part", "text", "item_name", "카카오페이 연동 점검", "another"));
        assertThat(output()).contains(" differ.").doesNotContain("All ");
        assertNothingIsLeft();
    }

    @Test
    void aSimulatorThatAnswersByTheRecordingShowsTheSameDifferences() throws IOException {
        plantDifferences(other);
        check(other.url());
        List<String> first = table();
        String recording = Files.readString(folder.resolve("r.json"));

        control.reset();
        assertThat(control.recording(recording)).isEmpty();
        assertThat(check(simulator.baseUrl())).isEqualTo(1);
        assertThat(table())
                .containsExactlyElementsOf(
                        first.stream().filter(row -> !row.contains("another")).toList());

        control.forgetRecording();
        assertThat(check(simulator.baseUrl())).isZero();
    }

    @Test
    void theRecordingHoldsNoKeyNoTokenAndNobodysData() throws IOException {
        other.plant((call, request, status, answer) -> {
            if (status == 401) {
                answer.put("error_message", "wrong key " + KEY + " from 203.0.113.7");
            }
            if (call.equals("approve") && status == 200) {
                answer.put("payer_name", "김민지").put("payer_phone", 1012345678);
            }
            return status;
        });
        check(other.url(), "--unattended", "CARD");
        String recording = Files.readString(folder.resolve("r.json"));
        assertThat(recording + output())
                .doesNotContain(KEY)
                .doesNotContain("김민지")
                .doesNotContain("1012345678")
                .doesNotContain("203.0.113.7")
                .doesNotContain("11111111");
        List<String> tokens = other.requests.stream()
                .filter(request -> request.contains("\"pg_token\":\""))
                .map(request -> request.replaceAll("(?s).*\"pg_token\":\"([^\"]*)\".*", "$1"))
                .distinct()
                .toList();
        assertThat(tokens).hasSizeGreaterThan(1).allSatisfy(token -> assertThat(recording + output())
                .doesNotContain(token));
        assertThat(other.requests).anyMatch(request -> request.contains("SECRET_KEY " + KEY));
    }

    @Test
    void whatWasApprovedIsGivenBackAlsoWhenCancelsFail() throws IOException {
        control.fault(Fault.code(Endpoint.CANCEL, -500).times(CANCELS_OF_THE_STORY));
        assertThat(check(simulator.baseUrl(), "--once")).isEqualTo(1);
        assertNothingIsLeft();
    }

    @Test
    void itSaysPlainlyWhatCouldNotBeGivenBack() throws IOException {
        control.fault(Fault.of(Endpoint.CANCEL, FaultKind.STATUS_BEFORE).times(1000));
        assertThat(check(simulator.baseUrl(), "--once")).isEqualTo(1);
        assertThat(output()).contains("COULD NOT BE GIVEN BACK").doesNotContain("Nothing is left");
        assertThat(krw(EffectKind.CANCEL)).isZero();
    }

    @Test
    void anApproveWhoseAnswerIsLostIsFoundAndGivenBack() throws IOException {
        control.fault(Fault.of(Endpoint.APPROVE, FaultKind.RESET_AFTER).times(1000));
        control.fault(Fault.code(Endpoint.CANCEL, -500).times(CANCELS_OF_THE_STORY));
        assertThat(check(simulator.baseUrl(), "--once")).isEqualTo(1);
        assertNothingIsLeft();
    }

    @Test
    void aKakaoPayThatIsNotThereIsSaidSo() throws IOException {
        simulator.close();
        assertThat(check(simulator.baseUrl())).isEqualTo(1);
        assertThat(output()).contains("Not all of it was played, as ready was not done");
    }

    private List<String> table() {
        return said.stream()
                .dropWhile(line -> !line.startsWith("step "))
                .takeWhile(line -> !line.isEmpty())
                .map(line -> line.replaceAll(" {2,}", "  "))
                .toList();
    }

    private static java.util.function.Predicate<String> row(String... cells) {
        String pattern = String.join(" {2,}", cells[0], cells[1], "");
        String rest = cells[2].isEmpty() ? " *" : cells[2] + " {2,}";
        return line -> line.matches(pattern + rest + cells[3] + " {2,}" + cells[4]);
    }

    private static void plantDifferences(OtherKakaoPay kakaoPay) {
        kakaoPay.plant((call, request, status, answer) -> {
            if (call.equals("ready") && answer.path("error_message").asText().startsWith("item_name")) {
                answer.put("error_code", -2).put("error_message", "no name");
            }
            if (call.equals("ready") && status == 200) {
                answer.putNull("tms_result");
            }
            if (call.equals("order") && answer.path("error_code").asInt() == -721) {
                return 404;
            }
            if (call.equals("order") && status == 200) {
                answer.remove("item_code");
                answer.path("payment_action_details").forEach(action -> ((ObjectNode) action).remove("amount"));
            }
            if (call.equals("approve") && status == 200) {
                answer.put("quantity", "1").put("coupon", "welcome to all");
            }
            if (call.equals("cancel") && status == 200) {
                answer.put("item_name", "another");
            }
            return status;
        });
    }
}
