package com.coworkpay.kakaopay.check;

import com.coworkpay.kakaopay.connector.OrderRequest;
import com.coworkpay.kakaopay.connector.Ready;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.kakaopay.simulator.SimulatorControl;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Who confirms a payment at KakaoPay.
interface Payer {
    /// Confirms the payment.
    ///
    /// @return `pg_token`; null if the payment was not confirmed in time
    @Nullable
    String pay(Conversation with, OrderRequest payment, Ready ready);

    /// At a simulator nobody is needed.
    static Payer atSimulator(Method method) {
        return (with, payment, ready) ->
                tokenOf(new SimulatorControl(URI.create(ready.redirectPcUrl())).pay(ready.redirectPcUrl(), method));
    }

    static @Nullable String tokenOf(String address) {
        Matcher token = Pattern.compile("[?&]pg_token=([0-9A-Za-z_-]{1,255})").matcher(address);
        return token.find() ? token.group(1) : null;
    }
}
