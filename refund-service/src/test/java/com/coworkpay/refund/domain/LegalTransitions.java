package com.coworkpay.refund.domain;

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
/// Beside them the claims, which are statements.
public final class LegalTransitions {

    private static final Map<RefundStatus, RefundStatus> CLAIMS = Map.of(
            RefundStatus.REQUESTED, RefundStatus.IN_FLIGHT,
            RefundStatus.UNKNOWN, RefundStatus.IN_FLIGHT,
            RefundStatus.IN_FLIGHT, RefundStatus.UNKNOWN);

    private LegalTransitions() {}

    public static Map<RefundStatus, Set<RefundStatus>> all() {
        Map<RefundStatus, Set<RefundStatus>> moves = new EnumMap<>(RefundStatus.class);
        for (Class<?> state : records(RefundState.class).toList()) {
            Set<RefundStatus> to = EnumSet.noneOf(RefundStatus.class);
            Arrays.stream(state.getMethods())
                    .filter(method -> !Modifier.isStatic(method.getModifiers()) && !method.isBridge())
                    .map(Method::getReturnType)
                    .filter(RefundState.class::isAssignableFrom)
                    .flatMap(LegalTransitions::records)
                    .map(LegalTransitions::status)
                    .forEach(to::add);
            to.remove(status(state));
            if (CLAIMS.containsKey(status(state))) {
                to.add(CLAIMS.get(status(state)));
            }
            moves.put(status(state), to);
        }
        return moves;
    }

    private static Stream<Class<?>> records(Class<?> type) {
        return type.isRecord()
                ? Stream.of(type)
                : Arrays.stream(type.getPermittedSubclasses())
                        .flatMap(LegalTransitions::records)
                        .distinct();
    }

    private static RefundStatus status(Class<?> state) {
        return RefundStatus.valueOf(
                state.getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toUpperCase(Locale.ROOT));
    }
}
