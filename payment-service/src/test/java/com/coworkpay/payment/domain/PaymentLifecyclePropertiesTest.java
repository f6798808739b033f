package com.coworkpay.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.domain.PaymentLifecycle.Answer;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Random events in random order.
class PaymentLifecyclePropertiesTest {

    record Step(String name, Consumer<PaymentLifecycle> does) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Provide
    Arbitrary<List<Step>> lifecycles() {
        Arbitrary<Step> visit =
                Arbitraries.of(Answer.values()).map(a -> new Step("visit " + a, payment -> payment.visit(a)));
        Arbitrary<Step> check = Arbitraries.of(Answer.values()).flatMap(a -> Arbitraries.of(true, false)
                .map(answers -> new Step("check " + answers + " " + a, payment -> payment.check(answers, a))));
        Arbitrary<Step> pass =
                Arbitraries.of(1, 29, 31, 400, 901, 961).map(s -> new Step("pass " + s, payment -> payment.passes(s)));
        Arbitrary<Step> others = Arbitraries.of(
                new Step("authenticate", PaymentLifecycle::payerAuthenticates),
                new Step("leave", PaymentLifecycle::leave),
                new Step("cancel what is paid for", PaymentLifecycle::payableIsCanceled),
                new Step("what was held up arrives", PaymentLifecycle::heldUpArrives),
                new Step("late answer", PaymentLifecycle::lateAnswerArrives));
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, visit),
                        net.jqwik.api.Tuple.of(3, check),
                        net.jqwik.api.Tuple.of(2, pass),
                        net.jqwik.api.Tuple.of(3, others))
                .list()
                .ofMaxSize(30);
    }

    @Property(tries = 20_000)
    void nothingIsApprovedTwiceAndWhatIsOverStaysOver(@ForAll("lifecycles") List<Step> steps) {
        PaymentLifecycle payment = new PaymentLifecycle();
        for (Step step : steps) {
            PaymentStatus before = payment.status();
            step.does().accept(payment);
            PaymentStatus after = payment.status();
            assertThat(payment.approvalsThere()).isLessThanOrEqualTo(1);
            if (before.isOver()) {
                assertThat(after).isIn(before, PaymentStatus.OVERPAID);
            }
            if (before == PaymentStatus.PAID) {
                assertThat(after).isEqualTo(PaymentStatus.PAID);
            }
            if (after == PaymentStatus.PAID && before != PaymentStatus.PAID) {
                // Through the claim, within one step at most: never out of a state without the slot.
                assertThat(before).isIn(PaymentStatus.WAITING, PaymentStatus.APPROVING, PaymentStatus.UNKNOWN);
                assertThat(payment.everClaimed()).isTrue();
            }
        }
    }

    /// In the end KakaoPay and this service agree, whatever happened before.
    @Property(tries = 20_000)
    void whenKakaoPayAnswersAgainEverythingIsSettledAndAgrees(@ForAll("lifecycles") List<Step> steps) {
        PaymentLifecycle payment = new PaymentLifecycle();
        steps.forEach(step -> step.does().accept(payment));
        payment.lateAnswerArrives();
        payment.heldUpArrives();
        for (int i = 0; i < 3; i++) {
            payment.passes(2000);
            payment.check(true, Answer.RECEIVED);
        }
        assertThat(payment.status().isOver()).isTrue();
        boolean hasMoney = payment.status() == PaymentStatus.PAID || payment.status() == PaymentStatus.OVERPAID;
        assertThat(hasMoney).isEqualTo(payment.approvalsThere() == 1);
    }
}
