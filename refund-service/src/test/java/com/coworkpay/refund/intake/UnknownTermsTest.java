package com.coworkpay.refund.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.contracts.PayableRef;
import com.coworkpay.platform.testkit.KafkaProbe;
import com.coworkpay.platform.testkit.TestIdentity;
import com.coworkpay.refund.cancellation.DecideCancellations;
import com.coworkpay.refund.support.Db;
import com.coworkpay.refund.support.PaymentSpec;
import com.coworkpay.refund.support.RefundServiceTest;
import com.coworkpay.refund.support.TestLocation;
import com.coworkpay.refund.support.TestPayment;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// A newer payment-service publishes a deadline, a payable type or a role that this process does not know.
@RefundServiceTest
class UnknownTermsTest {

    private static final String IN_TIME = "2029-12-01T00:00:00Z";

    @Inject
    RecheckUnknown recheckUnknown;

    @Inject
    DecideCancellations decide;

    @Inject
    MeterRegistry meters;

    enum New {
        DEADLINE("policy = '{\"kind\": \"BEFORE_START\", \"before\": \"P2D\"}'"),
        TYPE("payable_type = 'BOOKING'"),
        ROLE("owner_role = 'LOCATION_MEMBER'");

        /// What stands for a version that knows it.
        private final String understood;

        New(String understood) {
            this.understood = understood;
        }

        TestPayment of(TestLocation place, PaymentSpec spec) {
            TestPayment paid = place.payUnpublished(spec);
            switch (this) {
                case DEADLINE ->
                    paid.state().put("policy", new JsonObject("{\"kind\":\"BEFORE_START\",\"before\":\"P3D\"}"));
                case TYPE -> paid.state().getJsonObject("payable").put("type", "LOCKER");
                case ROLE -> paid.state().put("ownerRole", "VISITOR");
            }
            place.publishPaid(paid);
            return paid;
        }
    }

    @ParameterizedTest
    @EnumSource
    void itsCancellationWaitsForAProcessThatKnowsIt(New what) {
        TestLocation place = TestLocation.open();
        TestPayment paid = what.of(place, PaymentSpec.booking());
        assertThat(termsKnown(paid)).isEqualTo("f");
        assertThat(Db.text(
                        "select payable_type || ' ' || owner_role || ' ' || (policy ->> 'before')"
                                + " from paid_payment where payment_id = ?::uuid",
                        paid.id()))
                .isEqualTo(
                        switch (what) {
                            case DEADLINE -> "BOOKING LOCATION_MEMBER P3D";
                            case TYPE -> "LOCKER LOCATION_MEMBER P1D";
                            case ROLE -> "BOOKING VISITOR P1D";
                        });
        isCancelled(place, paid);
        assertThat(decisions(paid)).isZero();
        assertThat(preview(place, paid)).isEqualTo(404);

        recheck();
        assertThat(meters.get("coworkpay.refund.terms.unknown").gauge().value()).isPositive();
        assertThat(termsKnown(paid)).isEqualTo("f");
        assertThat(decisions(paid)).isZero();
        assertNoDeadLetter(paid);

        Db.update("update paid_payment set " + what.understood + " where payment_id = ?::uuid", paid.id());
        Db.update(
                "update cancellation set payable_type = 'BOOKING' where location_id = ? and payable_type = 'LOCKER'",
                place.location());
        recheck();
        assertThat(termsKnown(paid)).isEqualTo("t");
        assertThat(TestLocation.decision(paid)).isEqualTo("REFUND IN_TIME 22000");
        assertThat(preview(place, paid)).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void anOverpaymentIsRefundedAllTheSame(New what) {
        TestLocation place = TestLocation.open();
        TestPayment overpaid = what.of(place, PaymentSpec.booking().asOverpayment());
        assertThat(TestLocation.decision(overpaid)).isEqualTo("REFUND OVERPAYMENT 22000");
        TestLocation.untilRefund(TestLocation.refundId(overpaid), "SUCCEEDED");
        assertThat(place.cancels(overpaid)).containsExactly(22000L);
        assertThat(termsKnown(overpaid)).isEqualTo("f");
        JsonObject evidence =
                new JsonObject(Db.text("select evidence from decision where payment_id = ?::uuid", overpaid.id()));
        assertThat(evidence.getString("payableType"))
                .isEqualTo(overpaid.state().getJsonObject("payable").getString("type"));
        assertThat(evidence.getString("ownerRole")).isEqualTo(overpaid.state().getString("ownerRole"));
        assertThat(evidence.getJsonObject("policy")).isEqualTo(overpaid.state().getJsonObject("policy"));
        assertThat(preview(place, overpaid)).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource
    void anAdministratorRefundsItAllTheSame(New what) {
        TestLocation place = TestLocation.open();
        TestPayment paid = what.of(place, PaymentSpec.booking());
        given().auth()
                .oauth2(TestIdentity.token("minji")
                        .at(place.location(), "refund:create", "payment:read")
                        .sign())
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType("application/json")
                .body("{\"amountKrw\": 700, \"balanceKrw\": 22000, \"reason\": \"OTHER\"}")
                .post("/v1/locations/{l}/payments/{p}/refunds", place.location(), paid.id())
                .then()
                .statusCode(201);
        TestLocation.untilRefund(TestLocation.refundId(paid), "SUCCEEDED");
        assertThat(place.cancels(paid)).containsExactly(700L);
    }

    /// Two processes of different versions, as while they are rolled: the older one does not decide.
    @Test
    void termsThatOnlyAnotherProcessKnowsBlockNothingElse() {
        TestLocation place = TestLocation.open();
        TestPayment paid = New.DEADLINE.of(place, PaymentSpec.booking());
        Db.update("update paid_payment set terms_known = true where payment_id = ?::uuid", paid.id());
        assertThat(preview(place, paid)).isEqualTo(404);
        isCancelled(place, paid);
        TestLocation.until(() -> termsKnown(paid).equals("f"));
        assertThat(decisions(paid)).isZero();
        TestPayment other = place.pay();
        isCancelled(place, other);
        assertThat(TestLocation.decision(other)).isEqualTo("REFUND IN_TIME 22000");
    }

    /// A cancellation of a type that only a newer process reads is stored as that process would store it.
    private void isCancelled(TestLocation place, TestPayment paid) {
        if (paid.payableType().equals("LOCKER")) {
            Db.update(
                    "insert into cancellation (location_id, cancellation_id, payable_type, payable_id, canceled_at,"
                            + " canceled_by, canceled_by_role, contents)"
                            + " values (?, 'c', 'LOCKER', ?, ?::timestamptz, 'owner-1', 'LOCATION_MEMBER', '-')",
                    place.location(),
                    paid.payableId(),
                    IN_TIME);
        } else {
            place.cancel(place.cancellation(paid, java.time.Instant.parse(IN_TIME)));
            TestLocation.until(
                    () -> Db.number("select count(*) from cancellation where payable_id = ?", paid.payableId()) == 1);
        }
        decide.ofPayables(List.of(new PayableRef(place.location(), paid.payableType(), paid.payableId())), Map.of())
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private void recheck() {
        recheckUnknown.recheck().await().atMost(Duration.ofSeconds(20));
    }

    private static void assertNoDeadLetter(TestPayment paid) {
        assertThat(KafkaProbe.eventsOf("refund-service.dlq"))
                .noneMatch(letter ->
                        paid.id().equals(letter.key()) || paid.payableId().equals(letter.key()));
    }

    private static String termsKnown(TestPayment paid) {
        return Db.text("select terms_known from paid_payment where payment_id = ?::uuid", paid.id());
    }

    private static long decisions(TestPayment paid) {
        return Db.number("select count(*) from decision where payment_id = ?::uuid", paid.id());
    }

    private static int preview(TestLocation place, TestPayment paid) {
        return given().auth()
                .oauth2(TestIdentity.token("hyun")
                        .at(place.location(), "payment:read")
                        .sign())
                .get("/v1/locations/{l}/payments/{p}/refunds/preview", place.location(), paid.id())
                .statusCode();
    }
}
