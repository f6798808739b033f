package com.coworkpay.integration.connection;

import com.coworkpay.integration.IntegrationConfig;
import com.coworkpay.integration.location.domain.CheckResult;
import com.coworkpay.kakaopay.connector.Credential;
import com.coworkpay.kakaopay.connector.KakaoPay;
import com.coworkpay.kakaopay.connector.MerchantAccount;
import com.coworkpay.kakaopay.connector.OrderRequest;
import com.coworkpay.kakaopay.connector.ReadyRequest;
import com.coworkpay.platform.outbox.Ids;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Arrays;
import java.util.UUID;

/// Verifies a credential at KakaoPay without moving money.
///
/// No transaction may be open around it: an answer may take seventeen seconds, and a pool has sixteen connections.
///
/// `coworkpay_credential_checks_total{result}` counts the results. A refusal here is mostly an administrator's typing
/// error; what refuses payments is counted where they are made.
@Startup
@ApplicationScoped
class CredentialVerifier {

    private static final int AMOUNT_KRW = 100;

    /// As long as the signatures of payment-service, so that KakaoPay sees URLs of the real length and shape.
    private static final String NO_SIGNATURE = "x".repeat(22);

    private final KakaoPay kakaoPay;
    private final IntegrationConfig config;
    private final MeterRegistry meters;

    CredentialVerifier(KakaoPay kakaoPay, IntegrationConfig config, MeterRegistry meters) {
        this.kakaoPay = kakaoPay;
        this.config = config;
        this.meters = meters;
        Arrays.stream(CheckResult.values()).forEach(this::counter);
    }

    /// The whole check: key, CID, site domain and enabled API. Leaves an unpaid order at KakaoPay that dies by itself
    /// after fifteen minutes; its id begins with `check-`.
    Uni<VerificationResult> verifyByReady(CredentialCandidate candidate) {
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
        return kakaoPay.ready(account(candidate), request)
                .map(VerificationResult::ofReady)
                .invoke(verification -> counter(verification.result()).increment());
    }

    /// Key, CID and enabled API, without making anything: asks for the TID that an earlier check left.
    Uni<VerificationResult> verifyByOrder(CredentialCandidate candidate, String tid) {
        return kakaoPay.order(account(candidate), new OrderRequest(tid, null, null))
                .map(outcome -> VerificationResult.ofOrder(outcome, tid))
                .invoke(verification -> counter(verification.result()).increment());
    }

    private Counter counter(CheckResult result) {
        return meters.counter("coworkpay.credential.checks", "result", result.name());
    }

    private URI returnUrl(UUID id, String end) {
        String base = config.publicBaseUrl().toString().replaceAll("/+$", "");
        return URI.create(base + "/v1/return/" + id + "/" + NO_SIGNATURE + "/" + end);
    }

    /// The breaker is the location's: a candidate is not yet an account, and one location's failures stay there.
    private static MerchantAccount account(CredentialCandidate candidate) {
        var kind =
                switch (candidate.kind()) {
                    case ADMIN_KEY -> com.coworkpay.kakaopay.connector.CredentialKind.ADMIN_KEY;
                    case SECRET_KEY -> com.coworkpay.kakaopay.connector.CredentialKind.SECRET_KEY;
                };
        return new MerchantAccount(
                "check-" + candidate.locationId(), candidate.cid().text(), new Credential(kind, candidate.key(), 0));
    }
}
