package com.coworkpay.payment.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.payment.domain.PaymentState;
import com.coworkpay.payment.domain.PaymentStatus;
import com.coworkpay.payment.settlement.ALife.Answer;
import java.util.List;
import java.util.function.Consumer;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/// Whatever happens in whatever order.
class LifePropertiesTest {

    record Step(String name, Consumer<ALife> does) {
        @Override
        public String toString() {
            return name;
        }
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        Arbitrary<Step> visit = Arbitraries.of(Answer.values()).map(a -> new Step("visit " + a, life -> life.visit(a)));
        Arbitrary<Step> look = Arbitraries.of(Answer.values()).flatMap(a -> Arbitraries.of(true, false)
                .map(answers -> new Step("look " + answers + " " + a, life -> life.look(answers, a))));
        Arbitrary<Step> pass =
                Arbitraries.of(1, 29, 31, 400, 901, 961).map(s -> new Step("pass " + s, life -> life.passes(s)));
        Arbitrary<Step> others = Arbitraries.of(
                new Step("authenticate", ALife::payerAuthenticates),
                new Step("leave", ALife::leave),
                new Step("cancel what is paid for", ALife::payableIsCanceled),
                new Step("what was held up arrives", ALife::heldUpArrives),
                new Step("late answer", ALife::lateAnswerArrives));
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, visit),
                        net.jqwik.api.Tuple.of(3, look),
                        net.jqwik.api.Tuple.of(2, pass),
                        net.jqwik.api.Tuple.of(3, others))
                .list()
                .ofMaxSize(30);
    }

    @Property(tries = 20_000)
    void nothingIsApprovedTwiceAndWhatIsOverStaysOver(@ForAll("lives") List<Step> steps) {
        ALife life = new ALife();
        for (Step step : steps) {
            PaymentState before = life.state();
            step.does().accept(life);
            PaymentState after = life.state();
            assertThat(life.approvalsThere()).isLessThanOrEqualTo(1);
            if (before.status().isOver()) {
                assertThat(after.status()).isIn(before.status(), PaymentStatus.SURPLUS);
            }
            if (before.status() == PaymentStatus.PAID) {
                assertThat(after.status()).isEqualTo(PaymentStatus.PAID);
            }
            if (after.status() == PaymentStatus.PAID && before.status() != PaymentStatus.PAID) {
                // Through the claim, within one step at most: never out of a state without the slot.
                assertThat(before.status()).isIn(PaymentStatus.WAITING, PaymentStatus.APPROVING, PaymentStatus.UNKNOWN);
                assertThat(life.everClaimed()).isTrue();
            }
        }
    }

    /// I1: in the end KakaoPay and we agree, however the way was.
    @Property(tries = 20_000)
    void whenKakaoPayAnswersAgainEverythingIsSettledAndAgrees(@ForAll("lives") List<Step> steps) {
        ALife life = new ALife();
        steps.forEach(step -> step.does().accept(life));
        life.lateAnswerArrives();
        life.heldUpArrives();
        for (int i = 0; i < 3; i++) {
            life.passes(2000);
            life.look(true, Answer.HEARD);
        }
        assertThat(life.state().status().isOver()).isTrue();
        boolean hasMoney =
                life.state().status() == PaymentStatus.PAID || life.state().status() == PaymentStatus.SURPLUS;
        assertThat(hasMoney).isEqualTo(life.approvalsThere() == 1);
    }
}
