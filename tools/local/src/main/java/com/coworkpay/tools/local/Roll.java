package com.coworkpay.tools.local;

import com.coworkpay.tools.local.stack.Addresses;
import com.coworkpay.tools.local.stack.ControlEndpoint;
import com.coworkpay.tools.local.stack.Secrets;
import com.coworkpay.tools.local.stack.StackException;
import com.coworkpay.tools.local.stack.StateFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/// `./coworkpay roll`: has the running stack restart its services' processes one after the other.
final class Roll {
    private Roll() {}

    /// @param service all of them if null
    static int run(@Nullable String service, Path root, Console console) throws IOException, InterruptedException {
        var folder = StateFolder.of(root);
        var at = Addresses.of(folder);
        String path = ControlEndpoint.ROLL + (service == null ? "" : "/" + service);
        var request = HttpRequest.newBuilder(at.control().resolve(path))
                .header("Authorization", "Bearer " + Secrets.of(folder).controlToken())
                .POST(BodyPublishers.noBody())
                .build();
        console.say(console.strong("Restarting ") + (service == null ? "all services" : service)
                + ", one process after the other");
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofLines());
            if (answer.statusCode() != 200) {
                throw new StackException("The running stack refused the command: " + answer.statusCode());
            }
            return shown(answer.body().iterator(), console);
        } catch (UncheckedIOException brokenOff) {
            throw new StackException("The stack ended while it restarted its services.", brokenOff);
        }
    }

    private static int shown(Iterator<String> lines, Console console) {
        String line = "";
        while (lines.hasNext()) {
            line = lines.next();
            if (line.startsWith(ControlEndpoint.FAILED)) {
                console.say(console.bad("Not finished: ") + line.substring(ControlEndpoint.FAILED.length()));
                return 1;
            }
            if (!line.equals(ControlEndpoint.DONE)) {
                console.say(line);
            }
        }
        if (!line.equals(ControlEndpoint.DONE)) {
            throw new StackException("The stack ended while it restarted its services.");
        }
        console.say(console.good("Restarted."));
        return 0;
    }
}
