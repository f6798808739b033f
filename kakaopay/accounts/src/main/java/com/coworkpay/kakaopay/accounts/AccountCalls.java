package com.coworkpay.kakaopay.accounts;

import com.coworkpay.kakaopay.connector.Credential;
import com.coworkpay.kakaopay.connector.MerchantAccount;
import com.coworkpay.kakaopay.connector.NotSentReason;
import com.coworkpay.kakaopay.connector.Outcome;
import com.coworkpay.kakaopay.connector.UnknownReason;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Function;
import org.jboss.logging.Logger;

/// Calls KakaoPay for a merchant account, with whichever key the account has now. A payment is pinned to its account,
/// not to a key: KakaoPay kills an old key the moment a new one is issued, so a call that finds its key refused
/// fetches the newest one and goes on. That is safe for money: a refused key surely had no effect.
///
/// `coworkpay_account_alarms_total{reason}`: KakaoPay turned an account away.
@Startup
@ApplicationScoped
public class AccountCalls {

    private static final Logger LOG = Logger.getLogger(AccountCalls.class);

    private final CredentialSource source;
    private final CredentialStatusReports statusReports;
    private final MeterRegistry meters;

    AccountCalls(CredentialSource source, CredentialStatusReports statusReports, MeterRegistry meters) {
        this.source = source;
        this.statusReports = statusReports;
        this.meters = meters;
        // From the start, as zeros: the first of a counter that was not there before is no increase to Prometheus.
        Arrays.stream(NotSentReason.values())
                .filter(reason -> reason.side() == NotSentReason.Side.ACCOUNT)
                .forEach(this::alarms);
    }

    /// Never fails: without a credential nothing was sent, and after a defect of ours it is unknown.
    public <T> Uni<Outcome<T>> call(
            String accountId, String cid, Function<MerchantAccount, Uni<Outcome<T>>> operation) {
        return source.of(accountId)
                .chain(held -> send(accountId, cid, held.newest(), operation)
                        .chain(outcome -> keyRefused(outcome)
                                ? withNewerKey(accountId, cid, held, outcome, operation)
                                : Uni.createFrom()
                                        .item(outcome)
                                        .invoke(() -> statusReports.found(accountId, held, outcome))))
                .invoke(outcome -> alarm(accountId, outcome))
                .onFailure()
                .recoverWithItem(AccountCalls::failed);
    }

    private static <T> Outcome<T> failed(Throwable failure) {
        if (failure instanceof NoCredentialException none) {
            return new Outcome.NotSent<>(
                    switch (none.why()) {
                        case ACCOUNT_GONE -> NotSentReason.ACCOUNT_GONE;
                        case INTEGRATION_SERVICE_UNAVAILABLE -> NotSentReason.INTEGRATION_SERVICE_UNAVAILABLE;
                    },
                    null);
        }
        LOG.error("a call to KakaoPay ended in a defect", failure);
        return new Outcome.Unknown<>(UnknownReason.INTERNAL, null);
    }

    private <T> Uni<Outcome<T>> withNewerKey(
            String accountId,
            String cid,
            Credentials refused,
            Outcome<T> outcome,
            Function<MerchantAccount, Uni<Outcome<T>>> operation) {
        return source.newerThan(accountId, refused.newest().version()).chain(newer -> {
            if (newer.isPresent()) {
                return send(accountId, cid, newer.get().newest(), operation)
                        .invoke(next -> statusReports.found(accountId, newer.get(), next));
            }
            Credential previous = refused.previousAt(Instant.now());
            Uni<Outcome<T>> last =
                    previous == null ? Uni.createFrom().item(outcome) : send(accountId, cid, previous, operation);
            // Where the former key still works, KakaoPay is catching up with the rotation.
            return last.invoke(next -> {
                if (keyRefused(next)) {
                    statusReports.found(accountId, refused, outcome);
                }
            });
        });
    }

    private static <T> Uni<Outcome<T>> send(
            String accountId, String cid, Credential key, Function<MerchantAccount, Uni<Outcome<T>>> operation) {
        return Uni.createFrom().deferred(() -> operation.apply(new MerchantAccount(accountId, cid, key)));
    }

    private static boolean keyRefused(Outcome<?> outcome) {
        return outcome instanceof Outcome.NotSent<?> notSent && notSent.reason() == NotSentReason.WRONG_KEY;
    }

    /// A refused key, a quota, an unregistered domain: somebody has to put the account right. Payments and refunds
    /// wait meanwhile.
    private void alarm(String accountId, Outcome<?> outcome) {
        if (outcome instanceof Outcome.NotSent<?> notSent && notSent.reason().side() == NotSentReason.Side.ACCOUNT) {
            alarms(notSent.reason()).increment();
            LOG.errorf(
                    "KakaoPay turns account %s away: %s (%s). What it was to do waits.",
                    accountId, notSent.reason(), notSent.code());
        }
    }

    private Counter alarms(NotSentReason reason) {
        return meters.counter("coworkpay.account.alarms", "reason", reason.name());
    }
}
