package com.coworkpay.reporting.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.reporting.support.PaymentEvent;
import com.coworkpay.reporting.support.RefundEvent;
import com.coworkpay.reporting.support.ReportingServiceTest;
import com.coworkpay.reporting.support.TestLocation;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Whatever is asked for, the totals are what the rows add up to.
@ReportingServiceTest
class TotalsTest {

    private static final Instant AT = Instant.parse("2026-05-01T00:00:00Z");
    private static final List<String> SUMS = List.of(
            "paidKrw",
            "overpaidKrw",
            "refundedKrw",
            "refundedVatKrw",
            "refundedTaxFreeKrw",
            "refundPendingKrw",
            "refundedElsewhereKrw",
            "netKrw",
            "netVatKrw",
            "netTaxFreeKrw");
    private static final List<String> QUESTIONS = List.of(
            "",
            "live=true",
            "live=false",
            "status=SUCCEEDED&status=REFUNDED",
            "status=CANCELED",
            "type=SHOP_ORDER",
            "from=2026-05-03&to=2026-05-06",
            "minKrw=10000",
            "maxKrw=30000&status=PARTIALLY_REFUNDED");

    @Test
    void totalsAreTheSumsOfTheRows() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        TestLocation location = TestLocation.open();
        for (int i = 0; i < 60; i++) {
            life(location, random);
        }
        location.pay();
        TestLocation.until(() -> location.get("transactions").getLong("completeness.eventsBehind") == 0);

        for (String question : QUESTIONS) {
            JsonPath totals = location.get("transactions/totals" + (question.isEmpty() ? "" : "?" + question));
            for (Map.Entry<String, Long> sum : summed(location, question).entrySet()) {
                assertThat(totals.getLong(sum.getKey()))
                        .as("%s of %s, seed %d", sum.getKey(), question, seed)
                        .isEqualTo(sum.getValue());
            }
            assertThat(totals.getLong("netKrw"))
                    .isEqualTo(
                            totals.getLong("paidKrw") + totals.getLong("overpaidKrw") - totals.getLong("refundedKrw"));
        }
    }

    private static void life(TestLocation location, Random random) {
        Instant at = AT.plusSeconds(random.nextInt(10 * 86_400));
        long total = 100 + random.nextInt(50_000);
        PaymentEvent payment = PaymentEvent.begun(location.id(), at, total, random.nextLong(total / 2))
                .payable(random.nextBoolean() ? "BOOKING" : "SHOP_ORDER", "payable-" + random.nextInt(20));
        if (random.nextInt(5) == 0) {
            payment = payment.test();
        }
        int fate = random.nextInt(6);
        payment = fate == 0
                ? payment
                : fate == 1
                        ? payment.canceled(at.plusSeconds(900))
                        : fate == 2 ? payment.overpaid(at.plusSeconds(9)) : payment.paid(at.plusSeconds(30));
        TestLocation.publish(payment);
        if (fate >= 2 && random.nextBoolean()) {
            RefundEvent refund = RefundEvent.of(payment).requested(1 + random.nextLong(total), at.plusSeconds(60));
            TestLocation.publish(
                    switch (random.nextInt(5)) {
                        case 0 -> refund;
                        case 1 -> refund.failed(at.plusSeconds(70));
                        case 2 -> refund.failed(at.plusSeconds(70)).elsewhere(1 + random.nextLong(total));
                        case 3 -> RefundEvent.of(payment).outside(1 + random.nextLong(total), at.plusSeconds(60));
                        default -> refund.succeeded(at.plusSeconds(70));
                    });
        }
    }

    /// Page by page, as a caller would.
    private static Map<String, Long> summed(TestLocation location, String question) {
        Map<String, Long> sums = new LinkedHashMap<>();
        for (String name : List.of("transactionCount", "paymentCount", "overpaidCount", "refundedCount", "testCount")) {
            sums.put(name, 0L);
        }
        SUMS.forEach(name -> sums.put(name, 0L));
        String cursor = null;
        do {
            JsonPath page = location.get("transactions?limit=7" + (question.isEmpty() ? "" : "&" + question)
                    + (cursor == null ? "" : "&cursor=" + cursor));
            for (Map<String, Object> row : page.<Map<String, Object>>getList("transactions")) {
                add(sums, row);
            }
            cursor = page.getString("nextCursor");
        } while (cursor != null);
        return sums;
    }

    private static void add(Map<String, Long> sums, Map<String, Object> row) {
        if (Boolean.FALSE.equals(row.get("live"))) {
            sums.merge("testCount", 1L, Long::sum);
            return;
        }
        sums.merge("transactionCount", 1L, Long::sum);
        sums.merge("paymentCount", won(row, "paidKrw") > 0 ? 1L : 0L, Long::sum);
        sums.merge("overpaidCount", won(row, "overpaidKrw") > 0 ? 1L : 0L, Long::sum);
        sums.merge("refundedCount", won(row, "refundedKrw") > 0 ? 1L : 0L, Long::sum);
        SUMS.forEach(name -> sums.merge(name, won(row, name), Long::sum));
    }

    private static long won(Map<String, Object> row, String name) {
        return Long.parseLong(String.valueOf(row.get(name)));
    }
}
