package com.coworkpay.kakaopay.check;

import com.coworkpay.kakaopay.connector.Order;
import com.coworkpay.kakaopay.connector.OrderRequest;
import com.coworkpay.kakaopay.connector.Ready;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// A person opens the address in a browser and pays on the phone; the browser's way back brings the token.
final class PersonWithPhone implements Payer {
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(15);

    private final ReturnAddress back;
    private final Duration timeout;
    private final Consumer<String> say;

    PersonWithPhone(ReturnAddress back, Duration timeout, Consumer<String> say) {
        this.back = back;
        this.timeout = timeout;
        this.say = say;
    }

    @Override
    public @Nullable String pay(Conversation with, OrderRequest payment, Ready ready) {
        say.accept("");
        say.accept("Open this address in a browser, and pay with the phone (test money, nothing is charged):");
        say.accept("  on a computer  " + ready.redirectPcUrl());
        say.accept("  on a phone     " + ready.redirectMobileUrl());
        say.accept(back.hint());
        long end = System.nanoTime() + timeout.toNanos();
        while (System.nanoTime() < end) {
            String address = back.next(POLL_INTERVAL);
            String token = address == null ? null : Payer.tokenOf(address);
            if (token != null) {
                return token;
            }
            if (address != null) {
                say.accept("  the browser came back without a confirmation; the address above still works");
            }
            Order order = with.order(payment);
            say.accept("  waiting: " + (order == null ? "no answer to the look-up" : order.status()) + ", "
                    + Duration.ofNanos(Math.max(0, end - System.nanoTime())).toSeconds() + " s left");
        }
        return null;
    }
}
