package com.coworkpay.local.chaos;

import com.coworkpay.local.CommandLineException;
import com.coworkpay.local.stack.StackSettings;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;

/// The options of `chaos`.
///
/// @param length how long faults are played; what is open then gets some minutes more to settle
/// @param seed of the faults and of what members do
/// @param members who live lives, one after the other, at the same time
/// @param replicas processes of each service
/// @param rest of a member between two lives; without one, members load the machine as much as it takes
public record ChaosOptions(Duration length, long seed, int members, int replicas, Duration rest) {
    private static final String USAGE =
            "Usage: ./coworkpay chaos [--minutes N] [--seed N] [--members N] [--replicas N]";
    private static final int MAX_MINUTES = 24 * 60;
    private static final int MAX_MEMBERS = 200;

    public static ChaosOptions parsed(List<String> arguments) {
        var options = new ChaosOptions(
                Duration.ofMinutes(20), ThreadLocalRandom.current().nextInt(1, 1_000_000), 12, 1);
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            options = switch (word) {
                case "--minutes" ->
                    new ChaosOptions(
                            Duration.ofMinutes(number(word, rest, MAX_MINUTES)),
                            options.seed,
                            options.members,
                            options.replicas);
                case "--seed" ->
                    new ChaosOptions(
                            options.length, number(word, rest, Integer.MAX_VALUE), options.members, options.replicas);
                case "--members" ->
                    new ChaosOptions(options.length, options.seed, number(word, rest, MAX_MEMBERS), options.replicas);
                case "--replicas" ->
                    new ChaosOptions(
                            options.length,
                            options.seed,
                            options.members,
                            number(word, rest, StackSettings.MAX_REPLICAS));
                default -> throw new CommandLineException("chaos does not know '" + word + "'. " + USAGE);
            };
        }
        return options;
    }

    /// One process of each service.
    public ChaosOptions(Duration length, long seed, int members) {
        this(length, seed, members, 1);
    }

    private ChaosOptions(Duration length, long seed, int members, int replicas) {
        this(length, seed, members, replicas, Duration.ZERO);
    }

    private static int number(String option, Iterator<String> rest, int max) {
        String word = rest.hasNext() ? rest.next() : "";
        try {
            int number = Integer.parseInt(word);
            if (number >= 1 && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below.
        }
        throw new CommandLineException(option + " needs a number from 1 to " + max + ", not '" + word + "'. " + USAGE);
    }
}
