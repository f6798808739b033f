package com.coworkpay.tools.local.load;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

/// A token that is fetched anew before it ends.
public final class Bearer {
    /// Half of what a machine's token lives.
    private static final Duration FRESH_FOR = Duration.ofMinutes(5);

    /// Where the token comes from.
    public interface Source {
        String token() throws IOException;
    }

    private final Source source;
    private String token = "";
    private Instant freshUntil = Instant.EPOCH;

    public Bearer(Source source) {
        this.source = source;
    }

    /// The value of the header Authorization.
    public synchronized String header() throws IOException {
        if (Instant.now().isAfter(freshUntil)) {
            token = source.token();
            freshUntil = Instant.now().plus(FRESH_FOR);
        }
        return "Bearer " + token;
    }
}
