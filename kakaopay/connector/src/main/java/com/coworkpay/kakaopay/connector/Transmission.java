package com.coworkpay.kakaopay.connector;

import io.vertx.core.buffer.Buffer;

/// How far a request came, before anybody looks at what the answer says.
sealed interface Transmission {

    /// A whole answer of bounded size.
    record Answered(int httpStatus, Buffer body) implements Transmission {}

    /// No byte of the request left this machine.
    record NeverSent(NotSentReason reason) implements Transmission {}

    /// A byte may have left this machine, and no whole answer came back.
    record NoAnswer(UnknownReason reason) implements Transmission {}

    /// Whether it speaks against KakaoPay's health, for the circuit breaker.
    default boolean isFault() {
        return switch (this) {
            case Answered answered -> answered.httpStatus() >= 500;
            case NeverSent never -> never.reason().side() == NotSentReason.Side.NETWORK;
            case NoAnswer none -> true;
        };
    }
}
