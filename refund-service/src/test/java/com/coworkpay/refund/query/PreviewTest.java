package com.coworkpay.refund.query;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a cancellation would give back: each step with its time and won, and an administrator's own choice.
@RefundServiceTest
class PreviewTest {

    @Test
    void eachStepHasItsTimeAndItsWon() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.booking().policy(new JsonObject("""
                        {"kind":"TIERED","tiers":[{"before":"PT4H","percent":50},{"before":"P2D","percent":100}]}""")));
        var steps = preview(place, paid, "").getJsonArray("steps");
        assertThat(steps).hasSize(2);
        JsonObject first = steps.getJsonObject(0);
        assertThat(first.getLong("amountKrw")).isEqualTo(22_000);
        assertThat(first.getJsonObject("text").getString("ko")).contains("까지 22,000원 (100%)");
        assertThat(steps.getJsonObject(1).getLong("amountKrw")).isEqualTo(11_000);
        assertThat(first.getString("until")).isLessThan(steps.getJsonObject(1).getString("until"));
    }

    @Test
    void aPolicyWithoutAStartHasNone() {
        TestLocation place = TestLocation.open();
        TestPayment paid = place.pay(PaymentSpec.of("SHOP_ORDER").policy("UNTIL_PROCESSED", null));
        assertThat(preview(place, paid, "?orderState=NEW").getJsonArray("steps"))
                .isEmpty();
    }

    /// Automatic refunds are off: the switch is not about what an administrator chooses.
    @Test
    void anAdministratorsChoiceIsShownToo() {
        TestLocation place = TestLocation.open().publish(false, "Asia/Seoul");
        TestPayment paid = place.pay();
        assertThat(preview(place, paid, "?cancelledByRole=ADMIN").getString("reason"))
                .isEqualTo("AUTOMATIC_REFUNDS_OFF");
        assertThat(preview(place, paid, "?cancelledByRole=ADMIN&choice=FULL").getLong("amountKrw"))
                .isEqualTo(22_000);
        assertThat(preview(place, paid, "?cancelledByRole=ADMIN&choice=AMOUNT&choiceKrw=5000")
                        .getLong("amountKrw"))
                .isEqualTo(5_000);
        assertThat(preview(place, paid, "?cancelledByRole=ADMIN&choice=NONE").getString("reason"))
                .isEqualTo("ADMINISTRATOR_CHOSE_NONE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?choice=FULL",
                "?cancelledByRole=LOCATION_MEMBER&choice=FULL",
                "?cancelledByRole=ADMIN&choice=AMOUNT",
                "?cancelledByRole=ADMIN&choice=FULL&choiceKrw=1",
                "?cancelledByRole=ADMIN&choice=AMOUNT&choiceKrw=-1",
                "?cancelledByRole=ADMIN&choice=HALF"
            })
    void aChoiceThatIsNoneIsRefused(String query) {
        TestLocation place = TestLocation.open();
        assertThat(answer(place, place.pay(), query).statusCode()).isEqualTo(400);
    }

    private static JsonObject preview(TestLocation place, TestPayment paid, String query) {
        return new JsonObject(answer(place, paid, query).asString());
    }

    private static Response answer(TestLocation place, TestPayment paid, String query) {
        return given().auth()
                .oauth2(TestIdentity.token("hyun")
                        .at(place.location(), "payment:read")
                        .sign())
                .get("/v1/locations/{l}/payments/{p}/refunds/preview" + query, place.location(), paid.id());
    }
}
