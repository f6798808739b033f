package com.coworkpay.local.bench;

import com.coworkpay.local.CommandLineException;
import java.util.Iterator;
import java.util.List;

/// The options of `bench life`.
///
/// @param rounds how often lives and floor take turns
/// @param lives lives of a round
/// @param atOnce lives under way at a time
/// @param warmUp lives before the first round: until the services are compiled, or the compilers would be measured
/// @param statements also print where the statements come from
public record LifeBenchOptions(int rounds, int lives, int atOnce, int warmUp, boolean statements) {
    private static final String USAGE =
            "Usage: ./coworkpay bench life [--rounds N] [--lives N] [--at-once N] [--warm-up N] [--statements]";
    private static final int MAX = 1_000_000;

    public static LifeBenchOptions parsed(List<String> arguments) {
        var options = new LifeBenchOptions(5, 2000, 32, 12_000, false);
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            options = options.with(rest.next(), rest);
        }
        return options;
    }

    private LifeBenchOptions with(String word, Iterator<String> rest) {
        return switch (word) {
            case "--rounds" -> new LifeBenchOptions(number(word, rest), lives, atOnce, warmUp, statements);
            case "--lives" -> new LifeBenchOptions(rounds, number(word, rest), atOnce, warmUp, statements);
            case "--at-once" -> new LifeBenchOptions(rounds, lives, number(word, rest), warmUp, statements);
            case "--warm-up" -> new LifeBenchOptions(rounds, lives, atOnce, number(word, rest), statements);
            case "--statements" -> new LifeBenchOptions(rounds, lives, atOnce, warmUp, true);
            default -> throw new CommandLineException("bench life does not know '" + word + "'. " + USAGE);
        };
    }

    private static int number(String option, Iterator<String> rest) {
        String word = rest.hasNext() ? rest.next() : "";
        try {
            int number = Integer.parseInt(word);
            if (number >= 1 && number <= MAX) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // Said below.
        }
        throw new CommandLineException(option + " needs a number from 1 to " + MAX + ", not '" + word + "'. " + USAGE);
    }
}
