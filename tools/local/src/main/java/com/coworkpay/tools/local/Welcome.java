package com.coworkpay.tools.local;

import com.coworkpay.tools.local.stack.Addresses;
import java.nio.file.Path;

/// What `up` says when everything runs: the one address from which all else is found.
final class Welcome {
    private Welcome() {}

    static String text(Addresses at, Path folder, long seconds, int replicas, Console console) {
        return """

                %s after %d s%s. Ctrl-C ends all of it; state and logs are in %s.

                  Open %s/
                """.formatted(
                        console.good("CoworkPay is running"),
                        seconds,
                        replicas == 1 ? "" : ", with %d processes of each service".formatted(replicas),
                        folder,
                        console.strong(at.frontDoor().toString()));
    }
}
