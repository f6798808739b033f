package com.coworkpay.payment.replica;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.PayableType;
import com.coworkpay.payment.support.Db;
import com.coworkpay.payment.support.PaymentServiceTest;
import com.coworkpay.payment.support.TestShop;
import com.coworkpay.platform.testkit.KafkaProbe;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@PaymentServiceTest
class LocationReplicaTest {

    @Test
    void theHighestVersionWinsWhateverOrderItComesIn() {
        TestShop shop = TestShop.open().switchOff("INVOICE");
        publish(shop, withoutKakaoPay(shop.location(), 1));
        // Another location's event behind it in the same partition proves that the stale one was handled.
        String marker = "marker-" + shop.location();
        publish(shop, withoutKakaoPay(marker, 1));
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> Db.number("select count(*) from location_replica where location_id = ?", marker) == 1);
        assertThat(Db.number("select version from location_replica where location_id = ?", shop.location()))
                .isEqualTo(2);
        assertThat(replica("connected", shop)).isEqualTo("t");
        assertThat(replica("account_id", shop)).isEqualTo(shop.account());
        assertThat(replica("array_to_string(enabled, ' ')", shop))
                .isEqualTo(types().filter(type -> !type.equals("INVOICE")).collect(Collectors.joining(" ")));
    }

    @Test
    void aLocationWithoutKakaoPayIsKeptAsNotConnected() {
        TestShop shop = TestShop.open();
        publish(shop, withoutKakaoPay(shop.location(), 9));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> replica("connected", shop)
                .equals("f"));
    }

    @Test
    void aTypeThatIsNotKnownHereIsIgnored() {
        TestShop shop = TestShop.open().switchOn("LOCKER");
        assertThat(replica("connected", shop)).isEqualTo("t");
        assertThat(replica("array_to_string(enabled, ' ')", shop)).isEqualTo(types().collect(Collectors.joining(" ")));
        assertThat(KafkaProbe.eventsOf("payment-service.dlq"))
                .noneMatch(event -> shop.location().equals(event.key()));
    }

    @Test
    void whatDoesNotFitTheContractIsSetAside() {
        TestShop shop = TestShop.open();
        publish(shop, "{\"locationId\":\"x\"}");
        KafkaProbe.awaitEvent("payment-service.dlq", event -> shop.location().equals(event.key()));
        shop.switchOff("INVOICE");
    }

    private static void publish(TestShop shop, String state) {
        KafkaProbe.publish("integration.events", shop.location(), "coworkpay.location.changed.v1", state);
    }

    private static String withoutKakaoPay(String location, long version) {
        return """
                {"locationId":"%s","version":%d,"title":"강남","timezone":"Asia/Seoul","locale":"ko",
                 "refundApprovalLimitKrw":100000,"kakaopay":null}""".formatted(location, version);
    }

    private static String replica(String column, TestShop shop) {
        return Db.text("select " + column + " from location_replica where location_id = ?", shop.location());
    }

    private static Stream<String> types() {
        return Arrays.stream(PayableType.values()).map(Enum::name);
    }
}
