package com.coworkpay.local;

import com.coworkpay.local.stack.StackSettings;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;

/// The options of `up`.
///
/// @param fresh forget the state first
/// @param port the front door's port, if one was asked for
/// @param replicas processes of each service
record UpOptions(boolean fresh, OptionalInt port, int replicas) {
    private static final int HIGHEST_PORT = 65_535;

    static UpOptions parsed(List<String> arguments) {
        boolean fresh = false;
        var port = OptionalInt.empty();
        int replicas = 1;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--fresh" -> fresh = true;
                case "--port" -> port = OptionalInt.of(number(word, rest, HIGHEST_PORT));
                case "--replicas" -> replicas = number(word, rest, StackSettings.MAX_REPLICAS);
                default ->
                    throw new CommandLineException("up does not know '" + word
                            + "'. Usage: ./coworkpay up [--fresh] [--port N] [--replicas N]");
            }
        }
        return new UpOptions(fresh, port, replicas);
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
        throw new CommandLineException(option + " needs a number from 1 to " + max + ", not '" + word + "'.");
    }
}
