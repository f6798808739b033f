package com.coworkpay.payment.location;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.platform.testkit.KafkaProbe;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@PaymentServiceTest
class LocationReplicaTest {

    @Test
    void theHighestVersionWinsWhateverOrderItComesIn() {
        TestShop shop = TestShop.open().switchOff("INVOICE");
        String stale = """
                {"locationId":"%s","version":1,"kakaopay":null}""".formatted(shop.location());
        KafkaProbe.publish("integration.events", shop.location(), "coworkpay.location.changed.v1", stale);
        // Another location's event behind it in the same partition proves that the stale one was handled.
        String marker = "marker-" + shop.location();
        KafkaProbe.publish(
                "integration.events", shop.location(), "coworkpay.location.changed.v1", """
                {"locationId":"%s","version":1,"kakaopay":null}""".formatted(marker));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Db.number("select count(*) from location_replica where location_id = ?", marker) == 1);
        assertThat(Db.number("select version from location_replica where location_id = ?", shop.location()))
                .isEqualTo(2);
        assertThat(Db.text("select connected from location_replica where location_id = ?", shop.location()))
                .isEqualTo("t");
    }

    @Test
    void aLocationWithoutKakaoPayIsKeptAsNotConnected() {
        TestShop shop = TestShop.open();
        KafkaProbe.publish(
                "integration.events", shop.location(), "coworkpay.location.changed.v1", """
                {"locationId":"%s","version":9,"kakaopay":null}""".formatted(shop.location()));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> Db.text(
                        "select connected from location_replica where location_id = ?", shop.location())
                .equals("f"));
    }

    @Test
    void whatDoesNotFitTheContractIsSetAside() {
        TestShop shop = TestShop.open();
        KafkaProbe.publish(
                "integration.events", shop.location(), "coworkpay.location.changed.v1", "{\"locationId\":\"x\"}");
        KafkaProbe.awaitEvent("payment-service.dlq", event -> shop.location().equals(event.key()));
        shop.switchOff("INVOICE");
    }
}
