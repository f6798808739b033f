package com.coworkpay.payment.checkout;

import com.coworkpay.payment.PaymentProblem;
import com.coworkpay.payment.checkout.CheckoutStore.Created;
import com.coworkpay.payment.initiation.InitiationProblems;
import com.coworkpay.platform.outbox.Ids;
import com.coworkpay.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;

/// Makes a checkout for a machine caller; the same key and request make the same one.
@ApplicationScoped
class CreateCheckout {

    private static final int MAX_ATTEMPTS = 3;

    private final CheckoutStore checkouts;

    CreateCheckout(CheckoutStore checkouts) {
        this.checkouts = checkouts;
    }

    /// @return fails with a [ProblemException]
    Uni<Checkout> create(NewCheckout checkout) {
        return create(checkout, MAX_ATTEMPTS).memoize().indefinitely();
    }

    private Uni<Checkout> create(NewCheckout checkout, int attemptsLeft) {
        return checkouts.create(Ids.next(), checkout).chain(created -> switch (created) {
            case Created.Found(Checkout found) -> sameRequest(found, checkout);
            case Created.OutOfRange _ ->
                Uni.createFrom()
                        .failure(ProblemException.of(PaymentProblem.CHECKOUT_EXPIRY_OUT_OF_RANGE)
                                .field("expiresAt"));
            case Created.Overtaken _ ->
                attemptsLeft > 1
                        ? create(checkout, attemptsLeft - 1)
                        : Uni.createFrom().failure(InitiationProblems.requestInProgress());
        });
    }

    private static Uni<Checkout> sameRequest(Checkout found, NewCheckout checkout) {
        return MessageDigest.isEqual(found.requestHash(), checkout.requestHash())
                ? Uni.createFrom().item(found)
                : Uni.createFrom().failure(InitiationProblems.keyReused());
    }
}
