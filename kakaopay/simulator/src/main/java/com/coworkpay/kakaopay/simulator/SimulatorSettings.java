package com.coworkpay.kakaopay.simulator;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a simulator runs.
///
/// @param host      address to listen on; loopback unless said otherwise, as the control API has no sign-in
/// @param port      0 for any free port
/// @param folder    where the ledger lives; null keeps it in memory
/// @param publicUrl base of the redirect URLs a browser is sent to; null: `http://localhost:{port}`
/// @param merchants merchants there are from the start and after a reset; a kept ledger wins over them
/// @param answers   how answers are written
/// @param clock     KakaoPay's clock
public record SimulatorSettings(
        String host,
        int port,
        @Nullable Path folder,
        @Nullable URI publicUrl,
        List<Merchant> merchants,
        AnswerShape answers,
        Clock clock) {

    public SimulatorSettings {
        merchants = List.copyOf(merchants);
    }

    /// Any free port on loopback, nothing kept: for tests.
    public static SimulatorSettings inMemory() {
        return new SimulatorSettings("127.0.0.1", 0, null, null, List.of(), AnswerShape.DOCUMENTED, Clock.systemUTC());
    }

    public SimulatorSettings port(int port) {
        return new SimulatorSettings(host, port, folder, publicUrl, merchants, answers, clock);
    }

    public SimulatorSettings folder(Path folder) {
        return new SimulatorSettings(host, port, folder, publicUrl, merchants, answers, clock);
    }

    public SimulatorSettings host(String host) {
        return new SimulatorSettings(host, port, folder, publicUrl, merchants, answers, clock);
    }

    public SimulatorSettings publicUrl(@Nullable URI publicUrl) {
        return new SimulatorSettings(host, port, folder, publicUrl, merchants, answers, clock);
    }

    public SimulatorSettings merchants(List<Merchant> merchants) {
        return new SimulatorSettings(host, port, folder, publicUrl, merchants, answers, clock);
    }

    public SimulatorSettings answers(AnswerShape answers) {
        return new SimulatorSettings(host, port, folder, publicUrl, merchants, answers, clock);
    }

    public SimulatorSettings clock(Clock clock) {
        return new SimulatorSettings(host, port, folder, publicUrl, merchants, answers, clock);
    }
}
