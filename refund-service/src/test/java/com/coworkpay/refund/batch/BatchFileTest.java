package com.coworkpay.refund.batch;

import static com.coworkpay.refund.batch.Batches.eventCancelled;
import static com.coworkpay.refund.batch.Batches.one;
import static com.coworkpay.refund.batch.Batches.payments;
import static com.coworkpay.refund.batch.Batches.person;
import static com.coworkpay.refund.batch.Batches.send;
import static com.coworkpay.refund.batch.Batches.tickets;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The lists of refund batches and of their payments: by page, as a file, as a stream.
@RefundServiceTest
class BatchFileTest {

    @Inject
    BatchWorker worker;

    private final TestLocation place = TestLocation.open();
    private final String eventId = "event-" + UUID.randomUUID();

    @Test
    void pagesHaveEachPaymentOnce() {
        List<TestPayment> paid = tickets(place, eventId, 5, 1000);
        String id = send(eventCancelled(place, eventId));
        assertThat(payments(place, id, "").getJsonArray("payments")).isEmpty();
        Batches.round(worker);
        List<String> listed = new ArrayList<>();
        String query = "?limit=2";
        while (query != null) {
            JsonObject page = payments(place, id, query);
            page.getJsonArray("payments").forEach(each -> listed.add(((JsonObject) each).getString("paymentId")));
            String next = page.getString("nextCursor");
            query = next == null ? null : "?limit=2&cursor=" + next;
        }
        assertThat(listed)
                .containsExactlyElementsOf(
                        paid.stream().map(TestPayment::id).sorted().toList());
        String cursor = payments(place, id, "?limit=2").getString("nextCursor");
        person(place, "minji")
                .get(
                        "/v1/locations/{l}/refund-batches/{b}/payments?outcome=PENDING&cursor=" + cursor,
                        place.location(),
                        id)
                .then()
                .statusCode(400);
        assertThat(payments(place, id, "?outcome=REFUNDED&outcome=FAILED").getJsonArray("payments"))
                .isEmpty();
    }

    @Test
    void theListHasTheNewestFirst() {
        String first = send(eventCancelled(place, eventId));
        String second = send(eventCancelled(place, "other-" + eventId));
        Response page = person(place, "minji").get("/v1/locations/{l}/refund-batches?limit=1", place.location());
        assertThat(page.<String>path("batches[0].batchId")).isEqualTo(second);
        Response next = person(place, "minji")
                .get(
                        "/v1/locations/{l}/refund-batches?limit=1&cursor={c}",
                        place.location(),
                        page.<String>path("nextCursor"));
        assertThat(next.<String>path("batches[0].batchId")).isEqualTo(first);
        assertThat(next.<String>path("nextCursor")).isNull();
        assertThat(person(place, "minji")
                        .get("/v1/locations/{l}/refund-batches?status=PAUSED&status=DONE", place.location())
                        .<List<?>>path("batches"))
                .isEmpty();
        person(place, "minji")
                .get("/v1/locations/{l}/refund-batches?status=GONE", place.location())
                .then()
                .statusCode(400);
    }

    @Test
    void theFileOpensInSpreadsheetsAndIsOnRecord() {
        TestPayment paid = place.payUnpublished(PaymentSpec.of("EVENT_TICKET"));
        paid.state().put("description", "=1+1, \"강의\"").getJsonObject("payable").put("eventId", eventId);
        Batches.publish(place, List.of(paid));
        String id = send(eventCancelled(place, eventId));
        Batches.round(worker);
        Response file =
                person(place, "minji").get("/v1/locations/{l}/refund-batches/{b}/payments.csv", place.location(), id);
        assertThat(file.statusCode()).isEqualTo(200);
        assertThat(file.contentType()).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.header("Content-Disposition")).contains("refund-batch-" + id + ".csv");
        String text = new String(file.asByteArray(), StandardCharsets.UTF_8);
        assertThat(text).startsWith("\uFEFFpaymentId,description,").endsWith("\r\n");
        assertThat(text)
                .contains("\r\n" + paid.id() + ",\"'=1+1, \"\"강의\"\"\",EVENT_TICKET,")
                .contains(",22000,0,22000,PENDING,false,,22000,,,\r\n");
        assertThat(Db.number("select count(*) from audit where object_id = ? and action = 'BATCH_EXPORTED'", id))
                .isEqualTo(1);
    }

    @Test
    void theStreamShowsEachChangeAndEndsWithTheBatch() throws Exception {
        tickets(place, eventId, 2, 1000);
        String id = send(eventCancelled(place, eventId).put("confirmed", true));
        List<String> statuses = new ArrayList<>();
        long version = 0;
        try (BufferedReader stream =
                new BufferedReader(new InputStreamReader(open(id, null).body(), StandardCharsets.UTF_8))) {
            for (String line = stream.readLine(); line != null; line = stream.readLine()) {
                if (line.startsWith("id: ")) {
                    long next = Long.parseLong(line.substring(4));
                    assertThat(next).isGreaterThan(version);
                    version = next;
                } else if (line.startsWith("data: ")) {
                    statuses.add(new JsonObject(line.substring(6)).getString("status"));
                    Batches.round(worker);
                }
            }
        }
        assertThat(statuses).startsWith("COUNTING").endsWith("DONE");
        // The client has the last version: 204, and it does not come again.
        assertThat(open(id, Long.toString(version)).statusCode()).isEqualTo(204);
        assertThat(one(place, id).getLong("version")).isEqualTo(version);
    }

    private HttpResponse<InputStream> open(String id, @Nullable String lastEventId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port
                        + "/v1/locations/" + place.location() + "/refund-batches/" + id + "/stream"))
                .header(
                        "Authorization",
                        "Bearer "
                                + TestIdentity.token("minji")
                                        .at(place.location(), "payment:read")
                                        .sign());
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    }
}
