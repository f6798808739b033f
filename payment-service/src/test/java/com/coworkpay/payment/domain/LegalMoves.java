package com.coworkpay.payment.domain;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// The legal moves, read from the sealed states themselves: what a record's methods give back is where it can go.
public final class LegalMoves {

    private LegalMoves() {}

    public static Map<PaymentStatus, Set<PaymentStatus>> all() {
        Map<PaymentStatus, Set<PaymentStatus>> moves = new EnumMap<>(PaymentStatus.class);
        for (Class<?> state : records(PaymentState.class).toList()) {
            Set<PaymentStatus> to = EnumSet.noneOf(PaymentStatus.class);
            Arrays.stream(state.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()))
                    .map(Method::getReturnType)
                    .filter(PaymentState.class::isAssignableFrom)
                    .flatMap(LegalMoves::records)
                    .map(LegalMoves::status)
                    .forEach(to::add);
            to.remove(status(state));
            moves.put(status(state), to);
        }
        return moves;
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(LegalMoves::records)
                        .distinct();
    }

    private static PaymentStatus status(Class<?> state) {
        return PaymentStatus.valueOf(state.getSimpleName().toUpperCase(Locale.ROOT));
    }
}
