package com.coworkpay.local.bench;

import com.coworkpay.local.CommandLineException;
import java.util.Iterator;
import java.util.List;

/// The options of `bench footprint`.
///
/// @param rounds how often each service is started, with and without the cache
/// @param requests what each service is asked before its memory is looked at
public record FootprintBenchOptions(int rounds, int requests) {
    private static final String USAGE = "Usage: ./coworkpay bench footprint [--rounds N] [--requests N]";
    private static final int MAX = 100_000;

    public static FootprintBenchOptions parsed(List<String> arguments) {
        var options = new FootprintBenchOptions(3, 300);
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            options = options.with(rest.next(), rest);
        }
        return options;
    }

    private FootprintBenchOptions with(String word, Iterator<String> rest) {
        return switch (word) {
            case "--rounds" -> new FootprintBenchOptions(number(word, rest), requests);
            case "--requests" -> new FootprintBenchOptions(rounds, number(word, rest));
            default -> throw new CommandLineException("bench footprint does not know '" + word + "'. " + USAGE);
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
