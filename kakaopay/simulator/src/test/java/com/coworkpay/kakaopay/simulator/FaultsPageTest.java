package com.coworkpay.kakaopay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Faults and the clock, as people set them.
class FaultsPageTest extends SimulatorTestBase {
    private final HttpClient http = HttpClient.newHttpClient();

    private String page(String language) {
        return control.open(simulator.baseUrl() + "/faults?lang=" + language);
    }

    private HttpResponse<String> send(String action, String form, String header, String value)
            throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(simulator.baseUrl().resolve("/faults/" + action))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header(header, value)
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private int send(String action, String form) throws IOException, InterruptedException {
        return send(action, form, "Sec-Fetch-Site", "same-origin").statusCode();
    }

    @Test
    @DisplayName("whoever looks sees that nothing is set, in both languages")
    void nothing() {
        assertThat(page("ko")).contains("설정된 장애가 없습니다", "결제 승인: 응답 없음").doesNotContain("/faults/clear");
        assertThat(page("en"))
                .contains("None. KakaoPay works", "Approve: no answer")
                .doesNotContain("/faults/clear");
        assertThat(control.open(simulator.baseUrl() + "/merchant?lang=en")).contains("href=\"/faults?lang=en\"");
    }

    @Test
    @DisplayName("a fault is set, shown, played on the next call, and listed")
    void played() throws Exception {
        Confirmed payment = confirmed(5_000);
        assertThat(send("add", "fault=APPROVE_DECLINED&lang=en")).isEqualTo(303);
        assertThat(page("en")).contains("calls left: 1", "Remove all of them");
        KakaoCaller.Reply reply = current.call("approve", payment.approve());
        assertThat(reply.status()).isEqualTo(400);
        assertThat(page("en")).contains("None. KakaoPay works", "CODE", payment.orderId());
    }

    @Test
    @DisplayName("all are removed, those by lot too")
    void cleared() throws Exception {
        assertThat(send("random", "")).isEqualTo(303);
        assertThat(send("add", "fault=CANCEL_OPEN")).isEqualTo(303);
        assertThat(page("ko")).contains("무작위로 장애가 발생합니다", "1분 뒤에 취소됨");
        assertThat(send("clear", "")).isEqualTo(303);
        assertThat(page("ko")).contains("설정된 장애가 없습니다");
        assertThat(paid(5_000)).isNotNull();
    }

    @Test
    @DisplayName("the clock of one payment goes forward: its time to pay is over")
    void clock() throws Exception {
        KakaoCaller.Reply ready = current.call("ready", readyFields(newOrder(), 5_000));
        assertThat(send("clock", "tid=" + ready.text("tid") + "&forward=" + Duration.ofMinutes(16)))
                .isEqualTo(303);
        assertThat(page("en")).contains("moved by: 0 d 0 h 16 min");
        assertThat(control.open(ready.text("next_redirect_mobile_url"))).contains("결제 시간이 지났습니다");
    }

    @ParameterizedTest
    @ValueSource(strings = {"add|fault=NONE", "add|", "clock|tid=T0&forward=PT16M", "clock|forward=PT1S"})
    @DisplayName("what the page does not offer is refused")
    void refused(String sent) throws Exception {
        String[] parts = sent.split("\\|", -1);
        assertThat(send(parts[0], parts[1])).isEqualTo(400);
    }

    @Test
    @DisplayName("forms of other sites are refused, by either header")
    void otherSites() throws Exception {
        String fault = "fault=APPROVE_DECLINED";
        assertThat(send("add", fault, "Sec-Fetch-Site", "cross-site").statusCode())
                .isEqualTo(403);
        assertThat(send("add", fault, "Origin", "http://evil.example").statusCode())
                .isEqualTo(403);
        assertThat(send("add", fault, "X-Nothing", "x").statusCode()).isEqualTo(403);
        assertThat(send("add", fault, "Origin", simulator.baseUrl().toString()).statusCode())
                .isEqualTo(303);
    }

    @Test
    @DisplayName("what a merchant wrote is shown as text")
    void escaping() throws Exception {
        current.call("ready", with(readyFields("예약 <script>", 5_000), "item_name", "회의실 <b>&\"'"));
        assertThat(page("ko")).contains("회의실 &lt;b&gt;&amp;").doesNotContain("<script>", "<b>&");
    }
}
