package com.coworkpay.tools.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.tools.local.stack.DemoMerchants;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/// A stranger's first five minutes by forms and links alone, without a browser and without scripts: the stand-in
/// portal,
/// the checkout's page, KakaoPay's page, and the steps of the landing page, which tick by what the services say.
class PortalIT {
    private final Stack stack = Stack.shared();
    private final URI door = stack.stack().addresses().frontDoor();
    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    @Test
    void bookPayCancelRefundFindDisconnect() throws Exception {
        var suite = new ApiClient(stack.stack().addresses(), stack.stack().secrets(), "gangnam");
        suite.bookingSystem().registerLocation("gangnam");
        assertThat(ticked()).doesNotContain("Connect KakaoPay", "Disconnect");
        assertThat(offer(get("/portal?location=gangnam"), "room")).isNotNull();

        assertThat(suite.administrators()
                        .connect("gangnam", "SECRET_KEY", DemoMerchants.SECRET_KEY, DemoMerchants.SECRET_KEY_CID)
                        .status())
                .isEqualTo(200);
        awaitTicked("Connect KakaoPay");

        URI cancelled = paidFor("room");
        awaitTicked("Book and pay");
        shows(cancelled, "What would come back now ₩22,000");
        send(get(cancelled).form("form[action$=/cancel]"));
        shows(cancelled, "Paid ₩22,000 · Refunded ₩22,000");
        awaitTicked("Cancel and see it come back");

        URI kept = paidFor("invoice");
        assertThat(get(kept).document().select("form[action$=/cancel]")).isEmpty();
        var payment = new StartedPayment("gangnam", orderId(kept), "");
        assertThat(suite.administrators()
                        .refund(payment, 10_000L, 110_000, UUID.randomUUID().toString())
                        .status())
                .isEqualTo(201);
        shows(kept, "Paid ₩110,000 · Refunded ₩10,000");
        awaitTicked("Refund a part by hand");
        awaitTicked("Find it in Transactions");

        assertThat(suite.administrators().disconnect("gangnam").status()).isEqualTo(200);
        awaitTicked("Disconnect");
        assertThat(ticked()).hasSize(6);
        assertThat(get("/").document().text()).contains("All six steps are done.");
    }

    @Test
    void whatWasToldAndHeardIsOnThePanelWithoutSecrets() throws Exception {
        var panel = get("/portal").document().select("aside.panel").text();
        assertThat(panel)
                .doesNotContain(stack.stack().secrets().machineSecret("portal"))
                .doesNotContainPattern("eyJ[A-Za-z0-9_-]{10}")
                .doesNotContainPattern("/checkout/[0-9a-f-]{36}/[A-Za-z0-9_-]");
    }

    /// @return the page of what was bought, once Kafka has told that it is paid
    private URI paidFor(String offer) throws Exception {
        var checkout = send(offer(get("/portal?location=gangnam"), offer));
        var atKakaoPay = sendTo(checkout.form("form[action$=/pay]"));
        var back = get(URI.create(stack.kakaopay().pay(atKakaoPay.toString(), Method.MONEY)));
        String bought = back.document().select("a[href*=/portal/bookings/]").attr("href");
        assertThat(bought).as(back.document().text()).isNotEmpty();
        URI page = URI.create(bought);
        shows(page, "Told by booking.notices Paid ");
        return page;
    }

    private String orderId(URI booking) throws Exception {
        return get(booking).document().select("dd code").text();
    }

    private void shows(URI page, String text) {
        await().atMost(Stack.LIMIT)
                .untilAsserted(() -> assertThat(get(page).document().text()).contains(text));
    }

    private void awaitTicked(String step) {
        await().atMost(Stack.LIMIT).untilAsserted(() -> assertThat(ticked()).contains(step));
    }

    private List<String> ticked() throws IOException, InterruptedException {
        return get("/").document().select("ol.steps li.good h3").stream()
                .map(Element::ownText)
                .toList();
    }

    private static Element offer(Page page, String offer) {
        return page.form("form:has(input[name=offer][value=" + offer + "])");
    }

    private record Page(URI at, Document document) {
        Element form(String selector) {
            return document.expectFirst(selector);
        }
    }

    private Page get(String path) throws IOException, InterruptedException {
        return get(door.resolve(path));
    }

    private Page get(URI uri) throws IOException, InterruptedException {
        var answer = ask(HttpRequest.newBuilder(uri));
        String onTo = answer.headers().firstValue("location").orElse("");
        return onTo.isEmpty() ? new Page(uri, Jsoup.parse(answer.body(), uri.toString())) : get(uri.resolve(onTo));
    }

    /// As a browser sends it, and where that leads.
    private Page send(Element form) throws IOException, InterruptedException {
        return get(sendTo(form));
    }

    private URI sendTo(Element form) throws IOException, InterruptedException {
        Map<String, String> fields = form.select("input[type=hidden]").stream()
                .collect(Collectors.toMap(field -> field.attr("name"), field -> field.attr("value")));
        form.select("select")
                .forEach(choice -> fields.put(
                        choice.attr("name"), choice.expectFirst("option").attr("value")));
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        URI action = URI.create(form.absUrl("action"));
        var answer = ask(HttpRequest.newBuilder(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .POST(BodyPublishers.ofString(body)));
        assertThat(answer.statusCode()).as(Jsoup.parse(answer.body()).text()).isEqualTo(303);
        return action.resolve(answer.headers().firstValue("location").orElseThrow());
    }

    private HttpResponse<String> ask(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(request.header("Accept-Language", "en").build(), BodyHandlers.ofString());
    }
}
