package com.coworkpay.local;

import com.coworkpay.kakaopay.check.KakaoPayCheck;
import com.coworkpay.kakaopay.check.UsageException;
import com.coworkpay.local.bench.FootprintBench;
import com.coworkpay.local.bench.FootprintBenchOptions;
import com.coworkpay.local.bench.LifeBench;
import com.coworkpay.local.bench.LifeBenchOptions;
import com.coworkpay.local.chaos.Chaos;
import com.coworkpay.local.chaos.ChaosOptions;
import com.coworkpay.local.demo.Demo;
import com.coworkpay.local.image.Images;
import com.coworkpay.local.image.ImagesOptions;
import com.coworkpay.local.stack.StackException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// What `./coworkpay` runs: `up`, `demo`, `roll`, `bench`, `images`, `chaos` or `kakaopay-check`, in the checkout named
/// by the system
/// property `coworkpay.root`.
public final class Main {
    private static final int WRONG_USE = 64;

    /// Held, or it would be forgotten with its level. What these say of themselves is not for people.
    private static final Logger KAFKA_CLIENTS = Logger.getLogger("org.apache.kafka");

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        var console = Console.standard();
        var root = Path.of(System.getProperty("coworkpay.root", ".")).toRealPath();
        KAFKA_CLIENTS.setLevel(Level.WARNING);
        try {
            System.exit(run(Arrays.asList(arguments), root, console));
        } catch (StackException reason) {
            console.say(console.bad("Not running: ") + reason.getMessage());
            System.exit(1);
        } catch (CommandLineException wrongUse) {
            console.say(wrongUse.sentence());
            System.exit(WRONG_USE);
        }
    }

    private static int run(List<String> arguments, Path root, Console console) throws Exception {
        return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "up" -> Up.run(UpOptions.parsed(arguments.subList(1, arguments.size())), root, console);
            case "demo" -> Demo.run(root, console);
            case "roll" -> Roll.run(arguments.subList(1, arguments.size()), root, console);
            case "bench" -> bench(arguments.subList(1, arguments.size()), root, console);
            case "images" -> images(arguments.subList(1, arguments.size()), root, console);
            case "chaos" -> chaos(arguments.subList(1, arguments.size()), root, console);
            case "kakaopay-check" -> kakaoPayCheck(arguments.subList(1, arguments.size()), root, console);
            default ->
                throw new CommandLineException(
                        "usage: up [--fresh] [--port N] [--replicas N] | demo | roll | bench life | bench footprint | images"
                                + " | chaos | kakaopay-check");
        };
    }

    private static int bench(List<String> arguments, Path root, Console console) throws Exception {
        SupervisorLog.to(root.resolve("target/bench.log"));
        return switch (arguments.isEmpty() ? "" : arguments.getFirst()) {
            case "life" ->
                LifeBench.run(LifeBenchOptions.parsed(arguments.subList(1, arguments.size())), root, console);
            case "footprint" ->
                FootprintBench.run(FootprintBenchOptions.parsed(arguments.subList(1, arguments.size())), root, console);
            default -> throw new CommandLineException("usage: ./coworkpay bench life | footprint");
        };
    }

    private static int images(List<String> arguments, Path root, Console console) throws Exception {
        SupervisorLog.to(root.resolve("target/images.log"));
        return Images.run(ImagesOptions.parsed(arguments), root, console);
    }

    private static int chaos(List<String> arguments, Path root, Console console) throws Exception {
        SupervisorLog.to(root.resolve("target/chaos.log"));
        return Chaos.run(ChaosOptions.parsed(arguments), root, console);
    }

    private static int kakaoPayCheck(List<String> arguments, Path root, Console console) throws Exception {
        SupervisorLog.to(root.resolve("target/kakaopay-check.log"));
        var folder = Path.of(System.getProperty("coworkpay.called-in", "."));
        try {
            return KakaoPayCheck.run(arguments, folder.toRealPath(), console::say);
        } catch (UsageException refused) {
            throw new CommandLineException(String.valueOf(refused.getMessage()));
        }
    }
}
