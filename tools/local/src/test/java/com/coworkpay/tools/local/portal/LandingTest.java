package com.coworkpay.tools.local.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.tools.local.Polling;
import com.coworkpay.tools.local.load.Bearer;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The steps tick by what the services say, and by nothing else.
class LandingTest {
    private static final String GANGNAM = "/v1/locations/gangnam";
    private static final String PAYMENT = "01a218fd-7f41-733a-89a6-c962d1b4aa11";
    private static final String NO_ENTRIES = "{\"entries\":[]}";
    private static final String CONNECTED =
            "{\"entries\":[{\"action\":\"CONNECTED\",\"at\":\"2026-12-01T00:00:00.000Z\",\"by\":\"minji\"}]}";

    private final Vertx vertx = Vertx.vertx();
    private final ExecutorService asking = Executors.newVirtualThreadPerTaskExecutor();
    private final StubSuite suite = new StubSuite(vertx);
    private final FirstSteps steps = new FirstSteps(suite.uri(), suite.uri(), new Bearer(() -> "token"), asking);

    @BeforeEach
    void nothingWasDone() {
        suite.says(GANGNAM + "/kakaopay/history", 200, NO_ENTRIES);
        suite.says(GANGNAM + "/payments", 200, "{\"payments\":[]}");
        suite.says(GANGNAM + "/refunds", 200, "{\"refunds\":[]}");
    }

    @AfterEach
    void stop() {
        asking.shutdownNow();
        suite.close();
        Polling.on(vertx.close(), "vertx");
    }

    private List<Landing.StepView> shown(Language language) {
        return new Landing.Views(language, "gangnam", suite.uri()).of(steps.at("gangnam"));
    }

    private List<Boolean> done() {
        return shown(Language.EN).stream().map(Landing.StepView::done).toList();
    }

    private static String refunds(String origin, long amountKrw) {
        return """
                {"refunds":[{"paymentId":"%s","totalKrw":22000,"description":"회의실","refund":
                {"origin":"%s","amountKrw":%d,"status":"SUCCEEDED"}}]}""".formatted(PAYMENT, origin, amountKrw);
    }

    @Test
    void atFirstNothingIsDoneAndTheFirstIsNext() {
        assertThat(done()).containsOnly(false);
        var views = shown(Language.EN);
        assertThat(views.stream().map(Landing.StepView::next)).containsExactly(true, false, false, false, false, false);
        assertThat(views.getFirst().links().getFirst())
                .isEqualTo(new Landing.Link("/console/gangnam/kakaopay", "Connect", "button main"));
        assertThat(views.stream().flatMap(view -> view.links().stream()).filter(link -> link.style()
                        .contains("main")))
                .hasSize(1);
    }

    @Test
    void aStepIsDoneWhenTheServicesSayIt() {
        suite.says(GANGNAM + "/kakaopay/history", 200, CONNECTED);
        suite.says(GANGNAM + "/payments", 200, """
                {"payments":[{"paymentId":"%s","totalKrw":22000,"refundedKrw":0,"refundPendingKrw":0,
                "description":"회의실 A"}]}""".formatted(PAYMENT));
        assertThat(done()).containsExactly(true, true, false, false, false, false);
        var korean = shown(Language.KO);
        assertThat(korean.get(0).evidence()).isEqualTo("연결 시각: 2026. 12. 1. (화) 09:00 · minji");
        assertThat(korean.get(1).evidence()).isEqualTo("결제: 22,000원 · 회의실 A");
        assertThat(korean.get(3).links().getFirst().address()).isEqualTo("/console/gangnam/transactions/" + PAYMENT);
    }

    @Test
    void aRefundOfTheWholeIsNoPart() {
        suite.says(GANGNAM + "/refunds", 200, refunds("ADMINISTRATOR", 22_000));
        assertThat(done().get(3)).isFalse();
        suite.says(GANGNAM + "/refunds", 200, refunds("ADMINISTRATOR", 21_999));
        suite.says(GANGNAM + "/transactions/" + PAYMENT, 404, "{}");
        suite.says("/control/ledger", 200, "[]");
        assertThat(done().get(3)).isTrue();
    }

    @Test
    void bothListsMustSayTheSame() {
        suite.says(GANGNAM + "/refunds", 200, refunds("ADMINISTRATOR", 5_000));
        suite.says(GANGNAM + "/transactions/" + PAYMENT, 200, """
                {"transaction":{"id":"%s","paidKrw":22000,"refundedKrw":5000}}""".formatted(PAYMENT));
        suite.says("/control/ledger", 200, "[{\"kind\":\"APPROVE\",\"amountKrw\":22000}]");
        assertThat(done().get(4)).isFalse();
        suite.says("/control/ledger", 200, """
                [{"kind":"READY","amountKrw":22000},{"kind":"APPROVE","amountKrw":22000},
                {"kind":"CANCEL","amountKrw":5000}]""");
        assertThat(done().get(4)).isTrue();
    }

    @Test
    void whatNobodySaysNowIsNotKnown() {
        suite.says(GANGNAM + "/kakaopay/history", 503, "");
        suite.says(GANGNAM + "/payments", 401, "{}");
        var views = shown(Language.EN);
        assertThat(views.stream().map(Landing.StepView::status))
                .containsExactly("not known now", "not known now", "not yet", "not yet", "not yet", "not known now");
        assertThat(views.getFirst().next()).isTrue();
    }
}
