package com.coworkpay.tools.local;

import com.coworkpay.tools.local.bench.FootprintBench;
import com.coworkpay.tools.local.bench.FootprintBenchOptions;
import com.coworkpay.tools.local.bench.LifeBench;
import com.coworkpay.tools.local.bench.LifeBenchOptions;
import com.coworkpay.tools.local.bench.RefundBench;
import com.coworkpay.tools.local.bench.RefundBenchOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `./coworkpay bench`: a stack of its own, some minutes.
@Command(name = "bench", description = "Measures a stack of its own, for some minutes.")
record Bench(Path root, Console console) {
    private static final String COUNT = "1..1000000";

    @Command(
            description = "What one payment costs, from its begin to its refund in the report, beside the floor of its"
                    + " statements.")
    int life(
            @Option(names = "--rounds", paramLabel = COUNT, defaultValue = "5") int rounds,
            @Option(names = "--lives", paramLabel = COUNT, defaultValue = "2000") int lives,
            @Option(names = "--at-once", paramLabel = COUNT, defaultValue = "32") int atOnce,
            @Option(names = "--warm-up", paramLabel = COUNT, defaultValue = "12000") int warmUp,
            @Option(names = "--statements", description = "also print where the statements come from")
                    boolean statements)
            throws IOException, SQLException {
        SupervisorLog.to(root.resolve("target/bench.log"));
        return LifeBench.run(new LifeBenchOptions(rounds, lives, atOnce, warmUp, statements), root, console);
    }

    @Command(
            description = "How fast cancellations are refunded, and what a refund costs, beside the floor of its two"
                    + " statements.")
    int refunds(
            @Option(names = "--rounds", paramLabel = COUNT, defaultValue = "3") int rounds,
            @Option(names = "--refunds", paramLabel = COUNT, defaultValue = "2000") int refunds,
            @Option(names = "--warm-up", paramLabel = COUNT, defaultValue = "6000") int warmUp)
            throws IOException, SQLException {
        SupervisorLog.to(root.resolve("target/bench.log"));
        return RefundBench.run(new RefundBenchOptions(rounds, refunds, warmUp), root, console);
    }

    @Command(
            description =
                    "How fast each service and the console are ready and how much memory they hold, with and without the"
                            + " ahead-of-time cache.")
    int footprint(
            @Option(names = "--rounds", paramLabel = COUNT, defaultValue = "3") int rounds,
            @Option(names = "--requests", paramLabel = COUNT, defaultValue = "300") int requests)
            throws IOException {
        SupervisorLog.to(root.resolve("target/bench.log"));
        return FootprintBench.run(new FootprintBenchOptions(rounds, requests), root, console);
    }
}
