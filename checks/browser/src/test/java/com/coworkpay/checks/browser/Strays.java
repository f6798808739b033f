package com.coworkpay.checks.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/// What no page of ours may do while people use it: write errors to the console, break its own security policy, fail to
/// load something, keep something in the browser but the named cookies.
final class Strays {
    private static final Pattern OUR_COOKIES =
            Pattern.compile("q_session[\\w-]*|q_auth[\\w-]*|q_post_logout|language|theme|columns");

    /// A page that is left while something of it is on its way.
    private static final String LEFT = "net::ERR_ABORTED";

    private final String ours;
    private final List<String> seen = new CopyOnWriteArrayList<>();
    private final Set<Integer> expected = java.util.concurrent.ConcurrentHashMap.newKeySet();

    private Strays(URI front) {
        this.ours = front.toString();
    }

    static Strays of(BrowserContext context, URI front) {
        var strays = new Strays(front);
        context.onConsoleMessage(strays::said);
        context.onWebError(error -> strays.seen.add("uncaught: " + error.error()));
        context.onRequestFailed(strays::failed);
        context.onResponse(strays::answered);
        return strays;
    }

    /// Pages that say "no" are part of what this visitor is here for.
    void expect(int... statuses) {
        for (int status : statuses) {
            expected.add(status);
        }
    }

    void add(String finding) {
        seen.add(finding);
    }

    private void said(ConsoleMessage message) {
        boolean isBad = message.type().equals("error") || message.type().equals("warning");
        // Chromium's own line about an answer of 400 and above, or none: those are seen as answers and as failed
        // requests.
        boolean isAboutRequest = message.text().startsWith("Failed to load resource: ");
        if (isBad && message.location().startsWith(ours) && !isAboutRequest) {
            seen.add("console: " + message.text() + " at " + message.location());
        }
    }

    private void failed(Request request) {
        boolean isLeft = LEFT.equals(request.failure()) && !request.isNavigationRequest();
        boolean isAway = expected.contains(0);
        if (request.url().startsWith(ours) && !isLeft && !isAway) {
            seen.add("failed: " + request.method() + " " + request.url() + " " + request.failure());
        }
    }

    private void answered(Response answer) {
        if (answer.url().startsWith(ours) && answer.status() >= 400 && !expected.contains(answer.status())) {
            seen.add("answer: " + answer.status() + " to " + answer.request().method() + " " + answer.url());
        }
    }

    /// @param page on any page of ours
    void assertNone(BrowserContext context, Page page) {
        var found = new ArrayList<>(seen);
        if (page.url().startsWith(ours)) {
            Object kept = page.evaluate("() => localStorage.length + sessionStorage.length");
            if (((Number) kept).intValue() != 0) {
                found.add("something is kept in the browser's storage");
            }
        }
        context.cookies(ours).stream()
                .map(cookie -> cookie.name)
                .filter(name -> !OUR_COOKIES.matcher(name).matches())
                .forEach(name -> found.add("cookie " + name));
        assertThat(found).as("what no page may do or be").isEmpty();
    }
}
