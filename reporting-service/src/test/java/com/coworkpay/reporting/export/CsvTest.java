package com.coworkpay.reporting.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;

import com.coworkpay.platform.testkit.Db;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.reporting.support.PaymentEvent;
import com.coworkpay.reporting.support.RefundEvent;
import com.coworkpay.reporting.support.ReportingServiceTest;
import com.coworkpay.reporting.support.Rows;
import com.coworkpay.reporting.support.TestLocation;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@ReportingServiceTest
class CsvTest {

    private static final Instant AT = Instant.parse("2026-05-04T03:02:01Z");

    /// More than the buffers of a connection hold by far.
    private static final int MANY = 60_000;

    private static @Nullable TestLocation crowded;

    @Inject
    MeterRegistry meters;

    @Test
    void aSpreadsheetOpensItInKorean() {
        TestLocation location = TestLocation.open();
        PaymentEvent payment =
                location.pay(PaymentEvent.paid(location.id(), AT).with("description", "회의실 \"가\", 2시간\n오후"));
        TestLocation.refund(RefundEvent.of(payment).requested(5_000, AT).succeeded(AT.plusSeconds(60)));
        Response answer = csv(location, "?lang=ko&from=2026-05-01&to=2026-05-31");
        assertThat(answer.header("Content-Type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo(
                        "attachment; filename=\"transactions-%1$s-2026-05-01-2026-05-31.csv\";".formatted(location.id())
                                + " filename*=UTF-8''%EA%B1%B0%EB%9E%98%EB%82%B4%EC%97%AD-" + location.id()
                                + "-2026-05-01-2026-05-31.csv");
        assertThat(answer.header("Coworkpay-Complete-Up-To")).isNotBlank();
        String file = text(answer);
        assertThat(file).startsWith("\uFEFF주문번호(ID),카카오페이 TID,");
        assertThat(file.split("\r\n", -1)).hasSize(3);
        assertThat(file).contains("\"회의실 \"\"가\"\", 2시간\n오후\"").endsWith("\r\n");

        NamedCsvRecord row = records(file).getFirst();
        assertThat(row.getField("주문번호(ID)")).isEqualTo(payment.id());
        assertThat(row.getField("승인일시(한국시간)")).isEqualTo("2026-05-04 12:02:01");
        assertThat(row.getField("승인일시(UTC)")).isEqualTo("2026-05-04T03:02:01Z");
        assertThat(row.getField("상태 코드")).isEqualTo("PARTIALLY_REFUNDED");
        assertThat(row.getField("결제 금액")).isEqualTo("22000");
        assertThat(row.getField("순 금액")).isEqualTo("17000");
        assertThat(row.getField("수수료")).isEmpty();
        assertThat(row.getField("환불 내역(한국시간)")).isEqualTo("2026-05-04 12:03:01 5000 REQUESTED_BY_CUSTOMER SUCCEEDED");
    }

    @Test
    void headingsAreInTheLanguageThatIsAskedFor() {
        TestLocation location = TestLocation.open();
        location.pay();
        assertThat(text(csv(location, "?lang=en"))).startsWith("\uFEFFOrder ID,KakaoPay TID,");
        assertThat(text(location.analyst()
                        .header("Accept-Language", "en-GB, ko;q=0.5")
                        .get(path(location, ""))))
                .startsWith("\uFEFFOrder ID,");
        // The location's own language.
        assertThat(text(csv(location, ""))).startsWith("\uFEFF주문번호(ID),");
        assertThat(csv(location, "?lang=fr").statusCode()).isEqualTo(400);
    }

    @Test
    void noCellIsAFormula() {
        TestLocation location = TestLocation.open();
        for (String evil : List.of("=HYPERLINK(\"http://x\")", "+1", "-1", "@a", "\t=1", "＝1+1", " =1")) {
            location.pay(PaymentEvent.paid(location.id(), AT)
                    .with("description", evil)
                    .with("payerId", evil)
                    .payable("BOOKING", evil));
        }
        for (NamedCsvRecord row : records(text(csv(location, "?lang=en")))) {
            for (String column : List.of("Description", "Payer ID", "Payable ID")) {
                String written = row.getField(column);
                assertThat(column.equals("Description") ? written : written.substring(1))
                        .startsWith("'");
            }
        }
    }

    /// A spreadsheet program makes numbers and days of these, unless something stands before them that it takes for
    /// text.
    @Test
    void idsStayTextsInASpreadsheetAndAreReadableByPrograms() {
        TestLocation location = TestLocation.open();
        List<String> ids = List.of("000123", "3-4", "1E10", "12345678901234567890", "May-5", "TRUE", "booking-17");
        ids.forEach(id -> location.pay(PaymentEvent.paid(location.id(), AT)
                .payable("BOOKING", id)
                .with("payerId", id)
                .with("tid", id)));
        for (String column : List.of("Payable ID", "Payer ID", "KakaoPay TID")) {
            assertThat(records(text(csv(location, "?lang=en"))).stream().map(row -> row.getField(column)))
                    .containsExactlyInAnyOrderElementsOf(
                            ids.stream().map(id -> "\t" + id).toList());
            assertThat(records(text(csv(location, "?lang=en&ids=plain"))).stream()
                            .map(row -> row.getField(column)))
                    .containsExactlyInAnyOrderElementsOf(ids);
        }
        assertThat(csv(location, "?ids=bare").statusCode()).isEqualTo(400);
    }

    @Test
    void theFileHasTheRowsOfTheFilterInTheirOrder() {
        TestLocation location = TestLocation.open();
        Rows.paid(location, 1_234);
        List<NamedCsvRecord> rows = records(text(csv(location, "?lang=en")));
        assertThat(rows).hasSize(1_234);
        assertThat(rows.stream().map(row -> row.getField("KakaoPay TID")))
                .startsWith("\tT1234", "\tT1233")
                .endsWith("\tT2", "\tT1");
        assertThat(records(text(csv(location, "?lang=en&payerId=payer-7")))).hasSize(13);
        assertThat(records(text(csv(location, "?lang=en&payerId=nobody")))).isEmpty();
    }

    /// What a slow reader has not taken stays in the database.
    @Test
    void aSlowReaderIsNotOverrun() throws IOException {
        TestLocation location = crowded();
        double before = rowsSent();
        try (Socket socket = opened(location)) {
            InputStream body = socket.getInputStream();
            body.readNBytes(10_000);
            AtomicLong last = new AtomicLong(-1);
            // It goes on until the buffers of the connection are full, and then no further.
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> last.getAndSet((long) rowsSent()) == (long) rowsSent());
            assertThat(rowsSent() - before).isBetween(1.0, MANY / 2.0);
            // And when it reads on, all of it comes.
            byte[] buffer = new byte[64 * 1024];
            String end = "";
            while (!end.endsWith("\r\n0\r\n\r\n")) {
                int count = body.read(buffer);
                assertThat(count).isPositive();
                String next = end + new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
                end = next.substring(Math.max(0, next.length() - 7));
            }
            assertThat(rowsSent() - before).isEqualTo(MANY);
        }
        TestLocation.until(() -> meters.get("coworkpay.exports.running").gauge().value() == 0);
    }

    @Test
    void aReaderWhoGoesAwayLeavesNothingOpen() throws IOException {
        TestLocation location = crowded();
        double before = outcomes("abandoned") + outcomes("broken");
        try (Socket socket = opened(location)) {
            assertThat(socket.getInputStream().readNBytes(1_000)).hasSize(1_000);
        }
        TestLocation.until(() -> outcomes("abandoned") + outcomes("broken") > before);
        TestLocation.until(() -> meters.get("coworkpay.exports.running").gauge().value() == 0);
        TestLocation.until(() -> openSnapshots() == 0);
    }

    /// A reset right after the request meets the export wherever it is: before it has a place, while it waits for its
    /// connection, while it opens its snapshot, and in its first rows.
    @Test
    void readersWhoResetAtWhateverMomentGiveTheirPlaceBack() throws Exception {
        TestLocation location = crowded();
        for (int i = 0; i < 60; i++) {
            Socket socket = opened(location);
            socket.setSoLinger(true, 0);
            if (i % 3 > 0) {
                LockSupport.parkNanos(Duration.ofMillis(5L * (i % 7)).toNanos());
            }
            socket.close();
        }
        TestLocation.until(() -> meters.get("coworkpay.exports.running").gauge().value() == 0);
        TestLocation.until(() -> openSnapshots() == 0);
        csv(location, "?payerId=payer-1").then().statusCode(200);
    }

    /// More of them than the readers' pool has connections: none is lost to it.
    @Test
    void whoGoesAwayWhileWaitingForAConnectionLosesNone() throws Exception {
        TestLocation location = crowded();
        for (int round = 0; round < 12; round++) {
            try (Socket one = opened(location);
                    Socket two = opened(location)) {
                one.setSoLinger(true, 0);
                two.setSoLinger(true, 0);
            }
            TestLocation.until(
                    () -> meters.get("coworkpay.exports.running").gauge().value() == 0);
        }
        csv(location, "?payerId=payer-1").then().statusCode(200);
        assertThat(location.get("transactions").getList("transactions")).hasSize(50);
    }

    @Test
    void aFileThatCouldNotBeFinishedDoesNotLookFinished() throws IOException {
        TestLocation location = crowded();
        try (Socket socket = opened(location)) {
            InputStream body = socket.getInputStream();
            body.readNBytes(10_000);
            // As when the database goes away in the middle.
            assertThat(Db.number("select count(pg_terminate_backend(pid)) from pg_stat_activity"
                            + " where usename = current_user || '_app' and query like '%report_transaction%'"
                            + " and pid <> pg_backend_pid()"))
                    .isPositive();
            byte[] rest;
            try {
                rest = body.readAllBytes();
            } catch (SocketException reset) {
                rest = new byte[0];
            }
            // The last chunk of a complete answer is an empty one.
            assertThat(new String(rest, StandardCharsets.UTF_8)).doesNotEndWith("\r\n0\r\n\r\n");
        }
        TestLocation.until(() -> meters.get("coworkpay.exports.running").gauge().value() == 0);
        assertThat(records(text(csv(location, "?lang=en&payerId=payer-7")))).hasSize(MANY / 100);
    }

    @Test
    void moreExportsThanMayRunAreToldToComeAgain() throws IOException {
        TestLocation location = crowded();
        try (Socket one = opened(location);
                Socket two = opened(location)) {
            assertThat(one.getInputStream().readNBytes(100)).hasSize(100);
            assertThat(two.getInputStream().readNBytes(100)).hasSize(100);
            csv(location, "")
                    .then()
                    .statusCode(503)
                    .header("Retry-After", "10")
                    .body("type", endsWith(":exports-busy"));
            // Pages are read meanwhile.
            assertThat(location.get("transactions").getList("transactions")).hasSize(50);
        }
        TestLocation.until(() -> meters.get("coworkpay.exports.running").gauge().value() == 0);
        csv(location, "?payerId=payer-1").then().statusCode(200);
    }

    private static synchronized TestLocation crowded() {
        if (crowded == null) {
            crowded = TestLocation.open();
            Rows.paid(crowded, MANY);
        }
        return crowded;
    }

    private Socket opened(TestLocation location) throws IOException {
        Socket socket = new Socket();
        socket.setReceiveBufferSize(64 * 1024);
        socket.connect(new java.net.InetSocketAddress("localhost", RestAssured.port));
        socket.setSoTimeout(30_000);
        String token =
                TestIdentity.token("analyst").at(location.id(), "report:read").sign();
        socket.getOutputStream()
                .write(("GET " + path(location, "") + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + token
                                + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static long openSnapshots() {
        return Db.number("select count(*) from pg_stat_activity where usename = current_user || '_app'"
                + " and state like 'idle in transaction%'");
    }

    private double rowsSent() {
        return meters.get("coworkpay.export.rows").counter().count();
    }

    private double outcomes(String outcome) {
        var counter = meters.find("coworkpay.exports").tag("outcome", outcome).counter();
        return counter == null ? 0 : counter.count();
    }

    private static Response csv(TestLocation location, String query) {
        return location.analyst().get(path(location, query));
    }

    private static String path(TestLocation location, String query) {
        return "/v1/locations/" + location.id() + "/transactions.csv" + query;
    }

    private static String text(Response answer) {
        return new String(answer.asByteArray(), StandardCharsets.UTF_8);
    }

    private static List<NamedCsvRecord> records(String file) {
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        new java.io.ByteArrayInputStream(file.substring(1).getBytes(StandardCharsets.UTF_8)),
                        StandardCharsets.UTF_8))) {
            return reader.stream().toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
