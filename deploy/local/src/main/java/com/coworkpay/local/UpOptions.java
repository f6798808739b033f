package com.coworkpay.local;

import java.util.Iterator;
import java.util.List;
import java.util.OptionalInt;

/// The options of `up`.
///
/// @param fresh forget the state first
/// @param port the front door's port, if one was asked for
record UpOptions(boolean fresh, OptionalInt port) {
    private static final int HIGHEST_PORT = 65_535;

    static UpOptions parsed(List<String> words) {
        boolean fresh = false;
        var port = OptionalInt.empty();
        for (Iterator<String> rest = words.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--fresh" -> fresh = true;
                case "--port" -> port = OptionalInt.of(portNumber(rest.hasNext() ? rest.next() : ""));
                default ->
                    throw new WrongUseException(
                            "up does not know '" + word + "'. Usage: ./coworkpay up [--fresh] [--port N]");
            }
        }
        return new UpOptions(fresh, port);
    }

    private static int portNumber(String word) {
        try {
            int port = Integer.parseInt(word);
            if (port >= 1 && port <= HIGHEST_PORT) {
                return port;
            }
        } catch (NumberFormatException notANumber) {
            // Said below.
        }
        throw new WrongUseException("--port needs a number from 1 to " + HIGHEST_PORT + ", not '" + word + "'.");
    }
}
