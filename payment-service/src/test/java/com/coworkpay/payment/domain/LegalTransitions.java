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

/// The legal transitions, read from the sealed states themselves: a record's methods return the states that it can
/// become. The claim of an approval is a statement that finds its row itself.
public final class LegalTransitions {

    private LegalTransitions() {}

    public static Map<PaymentStatus, Set<PaymentStatus>> all() {
        Map<PaymentStatus, Set<PaymentStatus>> transitions = new EnumMap<>(PaymentStatus.class);
        for (Class<?> state : records(PaymentState.class).toList()) {
            Set<PaymentStatus> to = EnumSet.noneOf(PaymentStatus.class);
            Arrays.stream(state.getDeclaredMethods())
                    .filter(method -> Modifier.isPublic(method.getModifiers()))
                    .map(Method::getReturnType)
                    .filter(PaymentState.class::isAssignableFrom)
                    .flatMap(LegalTransitions::records)
                    .map(LegalTransitions::status)
                    .forEach(to::add);
            to.remove(status(state));
            transitions.put(status(state), to);
        }
        transitions
                .computeIfAbsent(PaymentStatus.WAITING, _ -> EnumSet.noneOf(PaymentStatus.class))
                .add(PaymentStatus.APPROVING);
        return transitions;
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(LegalTransitions::records)
                        .distinct();
    }

    private static PaymentStatus status(Class<?> state) {
        return PaymentStatus.valueOf(state.getSimpleName().toUpperCase(Locale.ROOT));
    }
}
