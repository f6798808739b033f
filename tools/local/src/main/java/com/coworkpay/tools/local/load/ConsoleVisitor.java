package com.coworkpay.tools.local.load;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/// Somebody who is signed in at the console and goes through its pages.
public final class ConsoleVisitor {
    private static final Duration LIMIT = Duration.ofSeconds(40);
    private static final List<String> SECTIONS = List.of("overview", "transactions", "refunds", "review", "kakaopay");
    private static final Pattern TRANSACTION = Pattern.compile("/transactions/([0-9a-f-]{36})");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(new CookieManager())
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private final URI console;

    private ConsoleVisitor(URI console) {
        this.console = console;
    }

    /// @param console the front door, or one process past it
    public static ConsoleVisitor signedIn(URI console, String person) throws IOException {
        var visitor = new ConsoleVisitor(console);
        URI issuer = visitor.sentOn(request(console.resolve("/console")));
        // The issuer's form carries on what it was asked with.
        URI back = visitor.sentOn(request(issuer.resolve(issuer.getPath()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(issuer.getRawQuery() + "&person=" + person)));
        visitor.sentOn(request(back));
        return visitor;
    }

    /// @param checkout the address of a checkout's page, without the host
    public void browse(String location, String checkout, int pages) throws IOException {
        String transaction = transactionOf(page("/console/" + location + "/transactions"));
        for (int page = 0; page < pages; page++) {
            int section = page % (SECTIONS.size() + 2);
            if (section < SECTIONS.size()) {
                page("/console/" + location + "/" + SECTIONS.get(section));
            } else if (section == SECTIONS.size()) {
                page("/console/" + location + "/transactions/" + transaction);
            } else {
                page(checkout);
            }
        }
    }

    private static String transactionOf(String list) throws IOException {
        var found = TRANSACTION.matcher(list);
        if (!found.find()) {
            throw new IOException("the console lists no transaction");
        }
        return found.group(1);
    }

    /// A page that is shown; anything else is a failure.
    public String page(String path) throws IOException {
        var answer = send(request(console.resolve(path)));
        if (answer.statusCode() != 200) {
            throw new IOException("GET " + path + " answered " + answer.statusCode() + " " + answer.body());
        }
        return answer.body();
    }

    private URI sentOn(HttpRequest.Builder request) throws IOException {
        var answer = send(request);
        return answer.headers()
                .firstValue("Location")
                .map(location -> answer.uri().resolve(location))
                .orElseThrow(() -> new IOException(
                        answer.uri().getPath() + " sent nobody on: " + answer.statusCode() + " " + answer.body()));
    }

    private static HttpRequest.Builder request(URI uri) {
        return HttpRequest.newBuilder(uri).timeout(LIMIT);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }
}
