package com.coworkpay.tools.local.frontdoor;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The front door of the composition for one host lets through what the local one does, and nothing else.
class NginxTest {
    private static final Path FILE = Path.of(System.getProperty("coworkpay.root"), "deploy/compose/nginx/nginx.conf");
    private static final Pattern OWNED = Pattern.compile("\"~(\\^1[^\"]+)\" ([a-z-]+);");
    private static final Pattern LET_THROUGH = Pattern.compile("\"~([^\"]+)\" 1;");
    private static final Pattern WORDS = Pattern.compile("(en|ko) '(\\{.*})';");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/locations/gangnam",
                "/v1/locations/gangnam/",
                "/v1/locations/gangnam/kakaopay/connection/check",
                "/v1/locations/gangnam/payment-methods",
                "/v1/locations/gangnam/payments",
                "/v1/locations/gangnam/payments/0190-a",
                "/v1/locations/gangnam/payments/0190-a/refunds/preview",
                "/v1/locations/gangnam/refunds/manual-review",
                "/v1/locations/gangnam/cancellations/c-1",
                "/v1/locations/gangnam/moves",
                "/v1/locations/gangnam/restorations",
                "/v1/locations/gangnam/moves/x",
                "/v1/locations/gangnam/transactions/totals",
                "/v1/locations/gangnam/transactions.csv",
                "/v1/return/0190-a/c2ln/approved",
                "/v1/locations/gangnam/payments/manual-review",
                "/v1/locations/gangnam/payments/0190-a/inquiry",
                "/v1/locations/gangnam/payments/0190-a/resolution",
                "/v1/locations/gangnam/payments/0190-a/refunds/0190-b/resolution",
                "/v1/locations/gangnam/cancellations/set-aside",
                "/v1/locations/gangnam/cancellations/cancel:1",
                "/v1/locations/gangnam/cancellations/cancel%3A1/release",
                "/v1/locations/gangnam/cancellations/%EC%98%88%EC%95%BD%2F17%20%232",
                "/v1/locations/gangnam/cancellations/100%25",
                "/v1/locations/gangnam/cancellations/..",
                "/v1/locations/gangnam/cancellations/%2e%2E",
                "/v1/locations/gangnam/cancellations/a%2F..%2Fb",
                "/v1/locations/gangnam/cancellations/a%2F..",
                "/v1/locations/gangnam/cancellations/..%2f..%2finternal",
                "/v1/locations/gangnam/cancellations/a//b",
                "/v1/locations/gangnam/cancellations/a;b",
                "/v1/locations/gangnam/cancellations/a/b/c",
                "/v1%2Flocations/gangnam/cancellations/a",
                "/internal/accounts/a/credential",
                "/v1/offices/gangnam",
                "/v1/offices/gangnam/payments",
                "/v1/offices/gangnam/refunds/manual-review",
                "/v1/offices/gangnam/transactions",
                "/v1/returns/0190-a/c2ln/approved",
                "/v2/locations/gangnam/payments",
                "/q/health",
                "/q/metrics",
                "/",
                "/v1/locations/../../internal/accounts/a/credential",
                "/v1/locations/x/payments/..;/..;/internal",
                "/v1/locations/x/payments/%2e%2e/%2e%2e/internal",
                "/v1/locations/x/payments/..%2finternal",
                "//internal/accounts/a/credential",
                "/v1/return/x//internal",
                "/v1/locations/x/payments/./a",
                "/v1/locations/x/payments/a;b=c",
                "/v1/locations/x/payments/a\\..\\internal",
                "/V1/locations/x",
                "/v1/locations",
                "/v1/locations/x/other",
                "/v1/locations/x/payments/a/other",
                "/v1/locations/x/transactions.xlsx.exe",
                "/console",
                "/console/",
                "/console/gangnam/transactions",
                "/console/gangnam/transactions/0190-a/refund/confirm",
                "/console/assets/0123456789ab/console.css",
                "/console/signed-in",
                "/console/..",
                "/console/%2e%2e/internal",
                "/console//q/metrics",
                "/console;a/q",
                "/consoles",
                "/checkout",
                "/checkout/",
                "/checkout/0190-a/c2ln",
                "/checkout/0190-a/c2ln/receipt",
                "/checkout/0190-a//c2ln",
                "/checkout/..%2fq/metrics",
                "/checkouts/0190-a/c2ln"
            })
    void itsPathsAreThoseOfTheLocalDoor(String path) throws IOException {
        assertThat(ownerOf(path)).isEqualTo(Routes.ownerOf(path));
        assertThat(ownerOf(path + "?pg_token=a%20b")).isEqualTo(Routes.ownerOf(path));
    }

    @ParameterizedTest
    @MethodSource("com.coworkpay.tools.local.frontdoor.ContractPath#all")
    void whatAContractHasForClientsLeadsToItsServiceAndNothingElseToAny(ContractPath contract) throws IOException {
        assertThat(ownerOf(contract.path())).isEqualTo(contract.owner().map(Routes.Owner::of));
        assertThat(ownerOf(contract.path() + "?pg_token=a%20b"))
                .isEqualTo(contract.owner().map(Routes.Owner::of));
    }

    @Test
    void itsPatternIsTheLocalDoors() throws IOException {
        assertThat(letThrough().pattern()).isEqualTo("^" + Routes.LET_THROUGH.pattern() + "(?:\\?.*)?$");
    }

    /// What was looked at is what is handed on: an address that nginx has decoded is neither.
    @Test
    void itHandsOnTheAddressAsItWasSent() throws IOException {
        assertThat(Files.readString(FILE))
                .contains("proxy_pass http://$service:8080;", "map $request_uri $let_through {")
                .doesNotContain("rewrite ", "location ~");
    }

    @Test
    void whatItSaysItselfIsAProblemInBothLanguages() throws IOException {
        String text = Files.readString(FILE);
        for (int status : new int[] {400, 404, 413, 414, 431, 502, 503, 504}) {
            assertThat(text)
                    .contains(
                            " /_" + (status > 500 ? "$said_as" : "problem") + "/" + status + ";",
                            "location = /_problem/" + status + " {");
            var variable =
                    Pattern.compile("return " + status + " \\$([a-z_]+);").matcher(text);
            assertThat(variable.find()).as("" + status).isTrue();
            var words = WORDS.matcher(text.substring(text.indexOf("map $language $" + variable.group(1) + " {")));
            for (String language : new String[] {"en", "ko"}) {
                assertThat(words.find()).isTrue();
                assertThat(words.group(1)).isEqualTo(language);
                var problem = new JsonObject(words.group(2).replace("\\'", "'").replace("\\\\", "\\"));
                assertThat(problem.getString("type")).startsWith("urn:coworkpay:problem:");
                assertThat(problem.getInteger("status")).isEqualTo(status);
                assertThat(problem.getString("title")).isNotBlank();
                assertThat(problem.getString("detail")).isNotBlank();
            }
        }
    }

    /// The page of a service that does not answer is the local door's, for the same requests.
    @Test
    void whatABrowserSeesOfAServiceThatIsAwayIsThePageOfTheLocalDoor() throws IOException {
        String text = Files.readString(FILE);
        assertThat(text)
                .contains(
                        "en '" + AwayPage.body(false) + "';",
                        "ko '" + AwayPage.body(true) + "';",
                        "Content-Security-Policy \"" + AwayPage.POLICY + "\"");
        for (int status : new int[] {502, 503, 504}) {
            assertThat(text).contains("location = /_page/" + status + " {", "return " + status + " $one_moment;");
        }
        var pages = Pattern.compile("\"~(\\^\\\\\\|GET[^\"]+)\" page;").matcher(text);
        assertThat(pages.find()).isTrue();
        var page = Pattern.compile(pages.group(1));
        String browser = "text/html,application/xhtml+xml,*/*;q=0.8";
        for (String path :
                new String[] {"/v1/return/p/s/approved?pg_token=t", "/checkout/c/s", "/console", "/console/a"}) {
            assertThat(page.matcher("|GET|" + browser + "|" + path).find())
                    .as(path)
                    .isTrue();
            assertThat(page.matcher("|POST|" + browser + "|" + path).find()).isFalse();
            assertThat(page.matcher("|GET|application/json|" + path).find()).isFalse();
            assertThat(page.matcher("true|GET|" + browser + "|" + path).find()).isFalse();
        }
        assertThat(page.matcher("|GET|" + browser + "|/v1/locations/a").find()).isFalse();
    }

    @Test
    void whatItWritesDownHoldsNoQuery() throws IOException {
        assertThat(Files.readString(FILE)).contains("access_log off;", "error_log stderr crit;");
    }

    /// nginx takes 4 or 8 KiB of an answer's head, and answers 502 above: nobody with many locations could sign in.
    @Test
    void theConsolesCookiesComeThrough() throws IOException {
        var size = Pattern.compile("proxy_buffer_size (\\d+)k;").matcher(Files.readString(FILE));
        assertThat(size.find()).isTrue();
        assertThat(Integer.parseInt(size.group(1)) * 1024).isGreaterThan(FrontDoor.MAX_HEADER_BYTES);
        assertThat(Files.readString(FILE))
                .as("else it does not start: what is busy must be less than all buffers but one")
                .contains("proxy_buffers 4 " + size.group(1) + "k;");
    }

    @Test
    void whatMovesMoneyIsSentOnce() throws IOException {
        assertThat(Files.readString(FILE)).contains("proxy_next_upstream off;");
    }

    /// As nginx decides: the address, as it was sent, is let through, and one pattern finds whose it is.
    private static Optional<Routes.Owner> ownerOf(String request) throws IOException {
        if (!letThrough().matcher(request).find()) {
            return Optional.empty();
        }
        return owned(Files.readString(FILE)).entrySet().stream()
                .filter(owned -> owned.getKey().matcher("1" + request).find())
                .map(owned -> Routes.Owner.of(owned.getValue()))
                .findFirst();
    }

    private static Pattern letThrough() throws IOException {
        var found = LET_THROUGH.matcher(Files.readString(FILE));
        assertThat(found.find()).isTrue();
        return Pattern.compile(found.group(1));
    }

    private static Map<Pattern, String> owned(String text) {
        var owned = new LinkedHashMap<Pattern, String>();
        var found = OWNED.matcher(text);
        while (found.find()) {
            owned.put(Pattern.compile(found.group(1)), found.group(2));
        }
        assertThat(owned).hasSize(Routes.Owner.values().length);
        return owned;
    }
}
