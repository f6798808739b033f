package com.coworkpay.kakaopay.connector;

import io.netty.channel.ConnectTimeoutException;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/// A name for why no connection stood. All of them mean the same for the money: nothing was sent.
final class ConnectFailure {

    private ConnectFailure() {}

    static NotSentReason reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            NotSentReason reason =
                    switch (cause) {
                        case ConnectionPoolTooBusyException busy -> NotSentReason.TOO_MANY_CONNECTIONS;
                        case ConnectTimeoutException late -> NotSentReason.CONNECT_TIMEOUT;
                        case ConnectException refused -> NotSentReason.CONNECT_REFUSED;
                        case UnknownHostException unknown -> NotSentReason.HOST_UNKNOWN;
                        case SSLException broken -> NotSentReason.TLS_FAILED;
                        case TimeoutException late -> NotSentReason.CONNECT_TIMEOUT;
                        default -> NotSentReason.NOT_CONNECTED;
                    };
            if (reason != NotSentReason.NOT_CONNECTED) {
                return reason;
            }
        }
        return NotSentReason.NOT_CONNECTED;
    }
}
