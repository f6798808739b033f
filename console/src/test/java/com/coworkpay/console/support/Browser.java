package com.coworkpay.console.support;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jsoup.Connection.KeyVal;
import org.jsoup.nodes.FormElement;

/// A browser without scripts: it keeps cookies, follows redirects, and sends the forms that a page has.
public final class Browser {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private static final int MOST_REDIRECTS = 12;

    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String hint = "minji;김민지;1";

    /// Nobody is signed in.
    public static Browser anew() {
        Browser browser = new Browser();
        browser.headers.put("Accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        browser.headers.put("Accept-Language", "ko");
        return browser;
    }

    public static Browser signedIn() {
        return anew().signIn();
    }

    /// Whom the issuer is to sign in, and for how many locations.
    public Browser as(String subject, String name, int locations) {
        hint = subject + ";" + name + ";" + locations;
        return this;
    }

    /// By asking for a page that needs it.
    public Browser signIn() {
        get("/console/locations");
        assertThat(cookies.keySet()).as("cookies").anyMatch(name -> name.startsWith("q_session"));
        return this;
    }

    public Browser english() {
        return with("Accept-Language", "en");
    }

    /// Sends a header with everything from now on.
    public Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Browser cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    /// Follows redirects, to the issuer too.
    public Page get(String path) {
        return followed(once("GET", path, null, Map.of()), 0);
    }

    /// One request and its answer, whatever it is.
    public Page getOnce(String path) {
        return once("GET", path, null, Map.of());
    }

    public Page once(String method, String path, Map<String, String> more) {
        return once(method, path, method.equals("POST") ? "" : null, more);
    }

    /// As a page of ours sends it.
    public Page post(String path, Map<String, String> fields) {
        return once(
                "POST", path, encoded(fields.entrySet().stream().toList()), Map.of("Sec-Fetch-Site", "same-origin"));
    }

    /// The page's form, with what a person typed.
    public Page submit(FormElement form, Map<String, String> typed) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (KeyVal each : form.formData()) {
            if (!typed.containsKey(each.key())) {
                fields.add(Map.entry(each.key(), each.value()));
            }
        }
        typed.forEach((name, value) -> fields.add(Map.entry(name, value)));
        String target = form.attr("action");
        return form.attr("method").equalsIgnoreCase("post")
                ? once("POST", target, encoded(fields), Map.of("Sec-Fetch-Site", "same-origin"))
                : get(target + "?" + encoded(fields));
    }

    public Page follow(Page answer) {
        return followed(answer, 0);
    }

    private Page followed(Page answer, int redirects) {
        if (answer.status() < 300 || answer.status() >= 400) {
            return answer;
        }
        assertThat(redirects).as("redirects, now to " + answer.location()).isLessThan(MOST_REDIRECTS);
        String next = answer.location();
        return followed(
                once(
                        "GET",
                        next.contains("/authorize?") ? next + "&login_hint=" + escaped(hint) : next,
                        null,
                        Map.of()),
                redirects + 1);
    }

    private Page once(
            String method, String path, @org.jspecify.annotations.Nullable String form, Map<String, String> more) {
        // The door that ends TLS stands before the console, and not here.
        String open = path.replace(console().replace("http:", "https:"), console());
        URI address = URI.create(open.startsWith("http") ? open : console() + open);
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(
                        method,
                        form == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(form));
        headers.forEach(request::setHeader);
        more.forEach(request::setHeader);
        if (form != null) {
            request.setHeader("Content-Type", "application/x-www-form-urlencoded");
        }
        boolean isConsole = address.toString().startsWith(console());
        if (isConsole && !cookies.isEmpty()) {
            request.setHeader(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(each -> each.getKey() + "=" + each.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<byte[]> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (isConsole) {
                answer.headers().allValues("Set-Cookie").forEach(this::keep);
            }
            return new Page(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void keep(String setCookie) {
        String[] parts = setCookie.split(";");
        String[] pair = parts[0].split("=", 2);
        boolean isOver = Arrays.stream(parts).map(String::strip).anyMatch("Max-Age=0"::equalsIgnoreCase);
        if (isOver || pair.length < 2 || pair[1].isEmpty()) {
            cookies.remove(pair[0].strip());
        } else {
            cookies.put(pair[0].strip(), pair[1]);
        }
    }

    public static String console() {
        return "http://localhost:"
                + ConfigProvider.getConfig()
                        .getOptionalValue("quarkus.http.test-port", String.class)
                        .filter(port -> !port.equals("0"))
                        .orElseGet(() -> ConfigProvider.getConfig().getValue("quarkus.http.port", String.class));
    }

    private static String encoded(List<Map.Entry<String, String>> fields) {
        return fields.stream()
                .map(each -> escaped(each.getKey()) + "=" + escaped(each.getValue()))
                .collect(Collectors.joining("&"));
    }

    public static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
