package com.coworkpay.kakaopay.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/// What a merchant finds under an Order ID.
class MerchantPageTest extends SimulatorTestBase {

    private String page(String query) {
        return control.open(simulator.baseUrl() + "/merchant" + query);
    }

    private static int rows(String html) {
        return html.split("<tr class=", -1).length - 1;
    }

    @Test
    @DisplayName("payments and cancels, newest first, with totals and Korean times")
    void list() {
        Confirmed older = paid(5000);
        Confirmed newer = paid(3000);
        current.call("cancel", older.cancel(1000));
        String html = page("");
        assertThat(rows(html)).isEqualTo(3);
        assertThat(html).contains("8,000원", "7,000원", "-1,000원", "부분취소", "PART_CANCEL_PAYMENT");
        assertThat(html.indexOf("-1,000원")).isLessThan(html.indexOf(newer.orderId()));
        assertThat(html.indexOf(newer.orderId())).isLessThan(html.lastIndexOf(older.orderId()));
        Effect paid = control.ledger(newer.orderId(), EffectKind.APPROVE).getFirst();
        assertThat(html).contains(com.coworkpay.kakaopay.simulator.engine.KoreanTime.page(paid.at()));
    }

    @Test
    @DisplayName("search by Order ID, TID or AID; an unpaid order is found, too")
    void search() {
        Confirmed one = paid(5000);
        Confirmed unpaid = confirmed(3000);
        String aid =
                control.ledger(one.orderId(), EffectKind.APPROVE).getFirst().aid();
        assertThat(rows(page("?q=" + one.orderId()))).isEqualTo(1);
        assertThat(rows(page("?q=" + one.tid()))).isEqualTo(1);
        assertThat(page("?q=" + aid)).contains(one.orderId());
        assertThat(page("?q=" + unpaid.orderId() + "&lang=en")).contains("Not paid", "AUTH_PASSWORD");
        assertThat(page("?q=nothing")).contains("거래내역이 없습니다");
    }

    @Test
    @DisplayName("what a merchant wrote is shown as text, Korean as it went in")
    void escaping() {
        var ready = with(readyFields("예약 <script>", 5000), "item_name", "회의실 <b>&\"'");
        current.call("approve", confirmed(ready, Method.MONEY).approve());
        assertThat(page(""))
                .contains("예약 &lt;script&gt;", "회의실 &lt;b&gt;&amp;&quot;&#39;")
                .doesNotContain("<script>", "<b>&");
    }

    @Test
    @DisplayName("filter by CID")
    void filter() {
        paid(5000);
        control.merchant(Merchant.of("CW00000002").secretKey("OTHER").domain(SITE));
        assertThat(rows(page("?cid=" + CID))).isEqualTo(1);
        assertThat(rows(page("?cid=CW00000002"))).isZero();
    }

    @Test
    @DisplayName("fifty rows a page")
    void pages() {
        IntStream.range(0, 53).forEach(i -> paid(1000));
        assertThat(rows(page(""))).isEqualTo(50);
        assertThat(rows(page("?page=1"))).isEqualTo(3);
        assertThat(rows(page("?page=2"))).isZero();
        assertThat(rows(page("?page=nonsense"))).isEqualTo(50);
        assertThat(page("")).contains("53,000원");
    }
}
