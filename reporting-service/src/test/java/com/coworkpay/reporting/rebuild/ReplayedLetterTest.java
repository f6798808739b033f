package com.coworkpay.reporting.rebuild;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.Db;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.reporting.support.PaymentEvent;
import com.coworkpay.reporting.support.ReportingServiceTest;
import com.coworkpay.reporting.support.Rows;
import com.coworkpay.reporting.support.TestLocation;
import io.restassured.RestAssured;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// A dead letter that is replayed is in the report, and a rebuild finds it as well.
@ReportingServiceTest
class ReplayedLetterTest {

    @AfterEach
    void mended() {
        Db.update("alter table report_payment drop constraint if exists defect");
    }

    @Test
    void whatIsReplayedIsInTheReportAndInEachRebuild() {
        Rows.forget();
        TestLocation location = TestLocation.open();
        Db.update("alter table report_payment add constraint defect check (location_id <> '" + location.id() + "')");
        PaymentEvent payment = PaymentEvent.paid(location.id(), Instant.parse("2026-05-04T03:02:01Z"));
        TestLocation.publish(payment);
        TestLocation.until(() -> Db.number("select count(*) from dead_letter where key = ?", key(payment)) == 1);
        String letter = Db.text("select id from dead_letter where key = ?", key(payment));
        assertThat(location.get("transactions").getList("transactions")).isEmpty();
        assertThat(replayed(letter)).isEqualTo("OPEN");

        mended();
        Rebuilds.allHandled();
        String positions = positions();
        assertThat(replayed(letter)).isEqualTo("REPLAYED");
        assertThat(location.one(payment).getLong("transaction.netKrw")).isEqualTo(22_000);
        assertThat(positions()).isEqualTo(positions);

        String digest = Rebuilds.digest();
        Rebuilds.rebuilt();
        assertThat(Rebuilds.digest()).isEqualTo(digest);
        assertThat(location.get("transactions").getList("transactions.id")).containsExactly(payment.id());
    }

    private static String replayed(String letter) {
        return RestAssured.given()
                .auth()
                .oauth2(TestIdentity.token("operator")
                        .everywhere("dead-letter:manage")
                        .sign())
                .contentType("application/json")
                .body(Map.of("note", "mended"))
                .post("/internal/dead-letters/" + letter + "/replay")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getString("deadLetter.status");
    }

    private static byte[] key(PaymentEvent payment) {
        return payment.id().getBytes(StandardCharsets.UTF_8);
    }

    private static String positions() {
        return String.join(
                ",",
                Db.column("select topic || partition_no || ':' || next_offset from projection_position"
                        + " where reader = 'LIVE' order by 1"));
    }
}
