package com.coworkpay.kakaopay.connector;

import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/// A circuit breaker and a bulkhead for each merchant account, so that one merchant's trouble stays there.
///
/// Bounded: the least recently used account is forgotten, and starts again (closed, empty) when it comes back; calls
/// under way end under their old guard.
final class AccountGuards {

    private static final TypeLiteral<Uni<Transmission>> CALL = new TypeLiteral<>() {
        private static final long serialVersionUID = 1L;
    };

    private final KakaoPaySettings settings;
    private final BiConsumer<String, Boolean> breakerChanged;
    private final Map<String, TypedGuard<Uni<Transmission>>> byAccount;

    /// @param breakerChanged told the account id and whether its breaker is open
    AccountGuards(KakaoPaySettings settings, BiConsumer<String, Boolean> breakerChanged) {
        this.settings = settings;
        this.breakerChanged = breakerChanged;
        this.byAccount = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, TypedGuard<Uni<Transmission>>> eldest) {
                return size() > settings.maxAccounts();
            }
        };
    }

    /// Runs the call, or says why not. Trouble reaches the breaker as a failure and comes out as the value it was.
    Uni<Transmission> run(String accountId, Supplier<Uni<Transmission>> call) {
        return guard(accountId)
                .get(() -> call.get().onItem().transformToUni(AccountGuards::failIfFault))
                .onFailure(Trouble.class)
                .recoverWithItem(failure -> ((Trouble) failure).transmission)
                .onFailure(CircuitBreakerOpenException.class)
                .recoverWithItem(new Transmission.NeverSent(NotSentReason.BREAKER_OPEN))
                .onFailure(BulkheadException.class)
                .recoverWithItem(new Transmission.NeverSent(NotSentReason.BULKHEAD_FULL));
    }

    int size() {
        synchronized (byAccount) {
            return byAccount.size();
        }
    }

    private TypedGuard<Uni<Transmission>> guard(String accountId) {
        synchronized (byAccount) {
            return byAccount.computeIfAbsent(accountId, this::newGuard);
        }
    }

    /// One description for all: it names metrics, and an account id in a metric's name has no bound.
    private TypedGuard<Uni<Transmission>> newGuard(String accountId) {
        KakaoPaySettings.Breaker breaker = settings.breaker();
        return TypedGuard.create(CALL)
                .withDescription("kakaopay")
                .withCircuitBreaker()
                .requestVolumeThreshold(breaker.calls())
                .failureRatio(breaker.failureRatio())
                .delay(breaker.openFor().toMillis(), ChronoUnit.MILLIS)
                .successThreshold(breaker.successes())
                .failOn(Trouble.class)
                .onStateChange(state -> report(accountId, state))
                .done()
                .withBulkhead()
                .limit(settings.bulkhead().calls())
                .queueSize(settings.bulkhead().queue())
                .done()
                .build();
    }

    private void report(String accountId, CircuitBreakerState state) {
        switch (state) {
            case OPEN -> breakerChanged.accept(accountId, true);
            case CLOSED -> breakerChanged.accept(accountId, false);
            case HALF_OPEN -> {
                // A few calls are let through; nothing is decided yet.
            }
        }
    }

    private static Uni<Transmission> failIfFault(Transmission transmission) {
        return transmission.isFault()
                ? Uni.createFrom().failure(new Trouble(transmission))
                : Uni.createFrom().item(transmission);
    }

    /// Carries a troubled transmission past the breaker.
    private static final class Trouble extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient Transmission transmission;

        Trouble(Transmission transmission) {
            super("trouble", null, false, false);
            this.transmission = transmission;
        }
    }
}
