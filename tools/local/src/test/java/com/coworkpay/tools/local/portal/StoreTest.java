package com.coworkpay.tools.local.portal;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");
    private static final Exchange SAID = new Exchange(NOW, Exchange.Kind.EVENT_SENT, "booking.events", "e-1", "{}", "");

    @TempDir
    private Path folder;

    private Path file;
    private Store store;

    @BeforeEach
    void begin() {
        file = folder.resolve("portal.json");
        store = Store.kept(file);
    }

    private static Order order(String id) {
        return Order.of(
                id,
                Offer.ROOM,
                "gangnam",
                Member.TAEHO,
                "회의실 <A>",
                Offer.ROOM.slot(When.TOMORROW, NOW, Screen.ZONE),
                NOW);
    }

    private void cancel(String id) {
        store.tell(id, order -> {
            var cancelled =
                    order.withCancellation(new Cancellation("c-1", NOW, "minji", Cancellation.ADMIN, "AMOUNT", 5_000));
            return new Store.Change(cancelled, Event.cancelled(cancelled));
        });
    }

    @Test
    void allOfItIsThereAfterARestart() {
        store.keep(order("room-1").withCheckout("http://localhost/checkout/x/y", NOW));
        cancel("room-1");
        store.said(SAID);
        store.heard("room-1", "coworkpay.notice.payment_paid.v1", paid(), SAID);
        store.heardUpTo(Map.of(0, 17L, 3, 4L));

        var again = Store.kept(file);

        assertThat(again.orders()).isEqualTo(store.orders());
        assertThat(again.owed()).isPresent().isEqualTo(store.owed());
        assertThat(again.exchanges()).isEqualTo(store.exchanges());
        assertThat(again.positions()).isEqualTo(Map.of(0, 17L, 3, 4L));
    }

    @Test
    void anEventIsOwedUntilKafkaHasIt() {
        store.keep(order("room-1"));
        cancel("room-1");
        var owed = store.owed().orElseThrow();
        assertThat(owed.type()).isEqualTo("booking.cancelled.v1");
        assertThat(owed.data().getJsonObject("choice"))
                .isEqualTo(new JsonObject().put("refund", "AMOUNT").put("amountKrw", 5_000L));

        store.sent(owed, SAID);

        assertThat(Store.kept(file).owed()).isEmpty();
    }

    @Test
    void whatWasBookedTwiceIsKeptOnce() {
        var first = store.keep(order("room-1"));
        var second = store.keep(order("room-1").withPacked());
        assertThat(second).isEqualTo(first);
        assertThat(store.orders()).hasSize(1);
    }

    @Test
    void noticesOfOthersAndRepetitionsAreNotHeard() {
        store.keep(order("room-1"));
        assertThat(store.heard("booking-of-the-demo", "coworkpay.notice.payment_paid.v1", paid(), SAID))
                .isFalse();
        assertThat(store.heard("room-1", "coworkpay.notice.payment_paid.v1", paid(), SAID))
                .isTrue();
        assertThat(store.heard("room-1", "coworkpay.notice.payment_paid.v1", paid(), SAID))
                .isFalse();
        assertThat(store.exchanges()).hasSize(1);
    }

    @Test
    void theOldestAreForgottenAtSomeTime() {
        for (int i = 0; i < 510; i++) {
            store.keep(order("room-" + i));
        }
        assertThat(store.orders()).hasSize(500);
        assertThat(store.order("room-9")).isEmpty();
        assertThat(store.order("room-509")).isPresent();
    }

    @Test
    void aFileThatCannotBeReadIsPutAside() throws IOException {
        for (String strange : new String[] {"", "{", "[]", "{\"orders\":[{}]}", "{\"orders\":7}"}) {
            Files.writeString(file, strange);
            assertThat(Store.kept(file).orders()).as(strange).isEmpty();
            assertThat(folder.resolve("portal.json.unreadable")).hasContent(strange);
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void nobodyElseReadsTheFile() throws IOException {
        store.keep(order("room-1"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    private static JsonObject paid() {
        return new JsonObject()
                .put("paymentId", "p")
                .put("version", 4)
                .put("status", "SUCCEEDED")
                .put("totalKrw", 22_000)
                .put("occurredAt", "2026-12-01T00:00:00.000Z");
    }
}
