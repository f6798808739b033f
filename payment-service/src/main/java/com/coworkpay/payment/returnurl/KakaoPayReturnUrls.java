package com.coworkpay.payment.returnurl;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.platform.secret.Signer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/// The URLs that KakaoPay sends the payer back to: `/v1/return/{paymentId}/{signature}/approved|canceled|failed`.
/// Signed, so that a forged one is rejected before anything is read.
@Startup
@ApplicationScoped
public class KakaoPayReturnUrls {

    /// KakaoPay's limit of each of the three URLs.
    static final int MAX_CHARACTERS = 255;

    private final String base;
    private final Signer signer;

    @Inject
    KakaoPayReturnUrls(PaymentConfig config) {
        this(config.publicBaseUrl(), Signer.fromKeysetFile(config.returnKeysetFile()));
    }

    /// @throws IllegalArgumentException if the installation's base URL cannot work, at start and not at the first payer
    KakaoPayReturnUrls(URI publicBaseUrl, Signer signer) {
        this.base = publicBaseUrl.toString().replaceAll("/+$", "");
        this.signer = signer;
        if (publicBaseUrl.getHost() == null
                || publicBaseUrl.getQuery() != null
                || publicBaseUrl.getFragment() != null) {
            throw new IllegalArgumentException("coworkpay.public-base-url must be an absolute URL without query");
        }
        if (approved(new UUID(0, 0)).toString().length() > MAX_CHARACTERS) {
            throw new IllegalArgumentException(
                    "coworkpay.public-base-url is too long: KakaoPay takes return URLs of 255 characters");
        }
    }

    public URI approved(UUID paymentId) {
        return url(paymentId, "approved");
    }

    public URI canceled(UUID paymentId) {
        return url(paymentId, "canceled");
    }

    public URI failed(UUID paymentId) {
        return url(paymentId, "failed");
    }

    /// The payment of a return URL; empty for one that this installation did not sign.
    public Optional<UUID> paymentOf(String paymentId, String signature) {
        return SignedId.of(paymentId).filter(_ -> signer.verify(paymentId, signature));
    }

    private URI url(UUID paymentId, String result) {
        return URI.create(base + "/v1/return/" + paymentId + "/" + signer.sign(paymentId.toString()) + "/" + result);
    }
}
