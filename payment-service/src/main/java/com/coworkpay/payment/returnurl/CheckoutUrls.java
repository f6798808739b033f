package com.coworkpay.payment.returnurl;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.platform.secret.Signer;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;

/// The links of checkouts, `/checkout/{checkoutId}/{signature}`: whoever has one may see what is to be paid, and pay
/// it.
/// Signed by the keyset of the return URLs, so that a forged one is rejected before anything is read.
@Startup
@ApplicationScoped
public class CheckoutUrls {

    /// No signature of a return URL, which is that of a bare id, opens a checkout, nor the other way round.
    private static final String DOMAIN = "checkout/";

    private final String base;
    private final Signer signer;

    @Inject
    CheckoutUrls(PaymentConfig config) {
        this(config.payment().checkout().publicUrl(), Signer.fromKeysetFile(config.returnKeysetFile()));
    }

    CheckoutUrls(URI publicUrl, Signer signer) {
        if (publicUrl.getHost() == null || publicUrl.getQuery() != null || publicUrl.getFragment() != null) {
            throw new IllegalArgumentException(
                    "coworkpay.payment.checkout.public-url must be an absolute URL without query");
        }
        this.base = publicUrl.toString().replaceAll("/+$", "");
        this.signer = signer;
    }

    public URI of(UUID checkoutId) {
        return URI.create(base + "/checkout/" + checkoutId + "/" + signer.sign(DOMAIN + checkoutId));
    }

    /// The checkout of a link; empty for one that this installation did not sign.
    public Optional<UUID> checkoutOf(String checkoutId, String signature) {
        return SignedId.of(checkoutId).filter(_ -> signer.verify(DOMAIN + checkoutId, signature));
    }
}
