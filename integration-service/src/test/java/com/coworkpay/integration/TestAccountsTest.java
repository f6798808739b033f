package com.coworkpay.integration;

import static com.coworkpay.integration.Api.connect;
import static com.coworkpay.integration.Api.connectRequest;
import static com.coworkpay.integration.Api.credential;
import static com.coworkpay.integration.Api.newLocation;
import static com.coworkpay.integration.Api.paymentMethods;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import com.coworkpay.kakaopay.simulator.Merchant;
import com.coworkpay.platform.testkit.KafkaProbe;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// An installation that allows KakaoPay's test CIDs, and names its site domains itself.
@IntegrationServiceTest
@TestProfile(TestAccountsTest.Allowed.class)
class TestAccountsTest {

    public static class Allowed implements QuarkusTestProfile {

        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "coworkpay.test-accounts-allowed", "true",
                    "coworkpay.site-domains", "https://one.test,https://two.test",
                    "coworkpay.about-url", "https://about.test/",
                    "coworkpay.docs-url", "https://docs.test/");
        }
    }

    @Test
    void aTestAccountIsConnectedAndMarkedEverywhere() {
        String key = TestMerchant.newKey();
        KakaoPaySimulator.control()
                .merchant(Merchant.of("TC0ONETIME").secretKey(key).domain(KakaoPaySimulator.PUBLIC_BASE_URL));
        String location = newLocation();
        String account = connect(location, connectRequest("SECRET_KEY", key, "TC0ONETIME"))
                .then()
                .statusCode(200)
                .body("live", equalTo(false))
                .body("siteDomains", equalTo(java.util.List.of("https://one.test", "https://two.test")))
                .body("aboutUrl", equalTo("https://about.test/"))
                .body("docsUrl", equalTo("https://docs.test/"))
                .extract()
                .path("accountId");
        credential(account).then().body("live", equalTo(false));
        paymentMethods(location, "BOOKING").then().body("offered", equalTo(true));
        var event = KafkaProbe.awaitEvent("integration.events", e -> location.equals(e.key()) && e.version() == 2);
        assertThat(event.data().at("/kakaopay/accounts/0/live").asBoolean(true)).isFalse();
    }
}
