package com.coworkpay.integration.connection.kakaopay;

import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.integration.connection.domain.Trial;
import com.coworkpay.integration.connection.domain.Verdict;
import com.coworkpay.kakaopay.connector.Credential;
import com.coworkpay.kakaopay.connector.KakaoPay;
import com.coworkpay.kakaopay.connector.MerchantAccount;
import com.coworkpay.kakaopay.connector.OrderRequest;
import com.coworkpay.kakaopay.connector.ReadyRequest;
import com.coworkpay.platform.outbox.Ids;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.UUID;

/// Tries a credential at KakaoPay without moving money.
///
/// No transaction may be open around it: an answer may take seventeen seconds, and a pool has sixteen connections.
@ApplicationScoped
public class LiveCheck {

    private static final int AMOUNT_KRW = 100;

    /// As long as the signatures of payment-service, so that KakaoPay sees URLs of the real length and shape.
    private static final String NO_SIGNATURE = "x".repeat(22);

    @Inject
    KakaoPay kakaoPay;

    @Inject
    IntegrationConfig config;

    @Inject
    CheckMetrics metrics;

    /// The whole check: key, CID, site domain and enabled API. Leaves an unpaid order at KakaoPay that dies by itself
    /// after fifteen minutes; its id begins with `check-`.
    public Uni<Verdict> byReady(Trial trial) {
        UUID id = Ids.next();
        var request = new ReadyRequest(
                "check-" + id,
                "check",
                "CoworkPay connection check",
                1,
                AMOUNT_KRW,
                0,
                null,
                returnUrl(id, "approved"),
                returnUrl(id, "canceled"),
                returnUrl(id, "failed"));
        return kakaoPay.ready(account(trial), request)
                .map(Verdicts::ofReady)
                .invoke(verdict -> metrics.count(verdict.result()));
    }

    /// Key, CID and enabled API, without making anything: asks for the TID that an earlier check left.
    public Uni<Verdict> byOrder(Trial trial, String tid) {
        return kakaoPay.order(account(trial), new OrderRequest(tid, null, null))
                .map(outcome -> Verdicts.ofOrder(outcome, tid))
                .invoke(verdict -> metrics.count(verdict.result()));
    }

    private URI returnUrl(UUID id, String end) {
        String base = config.publicBaseUrl().toString().replaceAll("/+$", "");
        return URI.create(base + "/v1/return/" + id + "/" + NO_SIGNATURE + "/" + end);
    }

    /// The breaker is the location's: a trial is not yet an account, and one location's trouble stays there.
    private static MerchantAccount account(Trial trial) {
        var kind =
                switch (trial.kind()) {
                    case ADMIN_KEY -> com.coworkpay.kakaopay.connector.CredentialKind.ADMIN_KEY;
                    case SECRET_KEY -> com.coworkpay.kakaopay.connector.CredentialKind.SECRET_KEY;
                };
        return new MerchantAccount(
                "check-" + trial.locationId(), trial.cid().text(), new Credential(kind, trial.key(), 0));
    }
}
