package com.coworkpay.tools.local;

import com.coworkpay.kakaopay.check.KakaoPayCheck;
import com.coworkpay.kakaopay.check.UsageException;
import com.coworkpay.tools.local.chaos.Chaos;
import com.coworkpay.tools.local.chaos.ChaosOptions;
import com.coworkpay.tools.local.demo.Demo;
import com.coworkpay.tools.local.image.Images;
import com.coworkpay.tools.local.image.ImagesOptions;
import com.coworkpay.tools.local.stack.Services;
import com.coworkpay.tools.local.stack.StackException;
import com.coworkpay.tools.local.stack.StackSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.RunLast;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/// What `./coworkpay` runs, in the checkout named by the system property `coworkpay.root`.
@Command(
        name = "./coworkpay",
        scope = ScopeType.INHERIT,
        sortOptions = false,
        showDefaultValues = true,
        usageHelpAutoWidth = true,
        exitCodeOnInvalidInput = Main.WRONG_USE)
public final class Main {
    static final int WRONG_USE = 64;

    private static final String CHECK = "kakaopay-check";
    private static final String REPLICAS = "1.." + StackSettings.MAX_REPLICAS;

    /// Held, or it would be forgotten with its level. What these say of themselves is not for people.
    private static final Logger KAFKA_CLIENTS = Logger.getLogger("org.apache.kafka");

    private final Path root;
    private final Console console;

    @Option(names = "--help", usageHelp = true, scope = ScopeType.INHERIT, description = "this text")
    boolean help;

    private Main(Path root, Console console) {
        this.root = root;
        this.console = console;
    }

    public static void main(String[] arguments) throws IOException {
        var console = Console.standard();
        var root = Path.of(System.getProperty("coworkpay.root", ".")).toRealPath();
        KAFKA_CLIENTS.setLevel(Level.WARNING);
        var given = List.of(arguments);
        System.exit(
                given.isEmpty() || !given.getFirst().equals(CHECK)
                        ? commands(root, console).execute(arguments)
                        : kakaoPayCheck(given.subList(1, given.size()), root, console));
    }

    static CommandLine commands(Path root, Console console) {
        return new CommandLine(new Main(root, console))
                .addSubcommand(new Bench(root, console))
                .setUnmatchedOptionsAllowedAsOptionParameters(false)
                .setExecutionStrategy(Main::withinBounds)
                .setExecutionExceptionHandler((failure, _, _) -> {
                    if (failure instanceof StackException reason) {
                        console.say(console.bad("Not running: ") + reason.getMessage());
                        return 1;
                    }
                    throw failure;
                });
    }

    private static int withinBounds(ParseResult parsed) {
        for (var command : parsed.asCommandLineList()) {
            for (var option : command.getParseResult().matchedOptions()) {
                if (!isWithinBounds(option.getValue(), option.paramLabel())) {
                    throw new ParameterException(
                            command,
                            "%s needs %s, not '%s'."
                                    .formatted(option.longestName(), option.paramLabel(), option.getValue()));
                }
            }
        }
        return new RunLast().execute(parsed);
    }

    /// The label of a number says from where to where it goes.
    private static boolean isWithinBounds(Object value, String label) {
        return switch (value) {
            case Integer number -> number >= 1 && number <= Integer.parseInt(label.substring("1..".length()));
            case String text -> !text.isBlank();
            default -> true;
        };
    }

    @Command(description = "Starts everything on this machine; Ctrl-C ends it.")
    int up(
            @Option(names = "--fresh", description = "forget the databases, topics, payments and keys of earlier runs")
                    boolean fresh,
            @Option(
                            names = "--port",
                            paramLabel = "1..65535",
                            description = "the address people use (8080, or the next free one)")
                    @Nullable
                    Integer port,
            @Option(
                            names = "--replicas",
                            paramLabel = REPLICAS,
                            defaultValue = "1",
                            description = "so many processes of each service")
                    int replicas)
            throws IOException, InterruptedException {
        return Up.run(fresh, port == null ? OptionalInt.empty() : OptionalInt.of(port), replicas, root, console);
    }

    @Command(description = "Plays the whole story against the running stack.")
    int demo() throws Exception {
        return Demo.run(root, console);
    }

    @Command(description = "Restarts the processes of the running stack one after the other.")
    int roll(@Parameters(arity = "0..1", converter = Service.class, paramLabel = "SERVICE") @Nullable String service)
            throws IOException, InterruptedException {
        return Roll.run(service, root, console);
    }

    @Command(description = "Makes one image per service and one of the simulator, with their ahead-of-time caches.")
    int images(
            @Option(names = "--base", paramLabel = "IMAGE", defaultValue = "debian:13-slim") String base,
            @Option(names = "--repository", paramLabel = "NAME", defaultValue = "coworkpay") String repository,
            @Option(names = "--tag", defaultValue = "dev") String tag,
            @Option(names = "--engine", paramLabel = "COMMAND", defaultValue = "docker") String engine,
            @Option(names = "--contexts-only", description = "only lay out what images are built from")
                    boolean contextsOnly)
            throws IOException {
        SupervisorLog.to(root.resolve("target/images.log"));
        return Images.run(new ImagesOptions(base, repository, tag, engine, contextsOnly), root, console);
    }

    @Command(description = "Plays payments while everything fails, then compares everybody's books.")
    int chaos(
            @Option(names = "--minutes", paramLabel = "1..1440", defaultValue = "20") int minutes,
            @Option(names = "--seed", paramLabel = "1.." + Integer.MAX_VALUE, description = "of an earlier run")
                    @Nullable
                    Integer seed,
            @Option(names = "--members", paramLabel = "1..200", defaultValue = "12") int members,
            @Option(names = "--replicas", paramLabel = REPLICAS, defaultValue = "1") int replicas)
            throws Exception {
        SupervisorLog.to(root.resolve("target/chaos.log"));
        int faults = seed == null ? ThreadLocalRandom.current().nextInt(1, 1_000_000) : seed;
        return Chaos.run(
                new ChaosOptions(Duration.ofMinutes(minutes), faults, members, replicas, Duration.ZERO), root, console);
    }

    /// Reads its given itself: a key among them must not be shown again.
    private static int kakaoPayCheck(List<String> given, Path root, Console console) throws IOException {
        SupervisorLog.to(root.resolve("target/kakaopay-check.log"));
        var folder = Path.of(System.getProperty("coworkpay.called-in", ".")).toRealPath();
        try {
            return KakaoPayCheck.run(given, folder, console::say);
        } catch (UsageException refused) {
            console.say(String.valueOf(refused.getMessage()));
            return WRONG_USE;
        }
    }

    static final class Service implements ITypeConverter<String> {
        @Override
        public String convert(String word) {
            if (!Services.PROGRAMS.contains(word)) {
                throw new TypeConversionException("it is one of " + Services.PROGRAMS + ", not '" + word + "'.");
            }
            return word;
        }
    }
}
