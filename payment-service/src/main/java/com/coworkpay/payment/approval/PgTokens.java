package com.coworkpay.payment.approval;

import com.coworkpay.payment.PaymentConfig;
import com.coworkpay.platform.secret.Sealer;
import com.coworkpay.platform.secret.SecretText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// pg_tokens: whether a text can be one at all, and how they are sealed for the database, bound to their payment's row.
@ApplicationScoped
class PgTokens {

    /// KakaoPay's are 20 hexadecimal characters; room is left, but not for anything that needs escaping.
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{1,100}");

    private final Sealer sealer;

    PgTokens(PaymentConfig config) {
        this.sealer = Sealer.fromKeysetFile(config.keysetFile());
    }

    public static Optional<SecretText> parse(@Nullable String candidate) {
        return candidate != null && FORM.matcher(candidate).matches()
                ? Optional.of(SecretText.of(candidate))
                : Optional.empty();
    }

    public byte[] seal(UUID paymentId, SecretText token) {
        return sealer.seal(token, row(paymentId));
    }

    public SecretText open(UUID paymentId, byte[] sealed) {
        return sealer.open(sealed, row(paymentId));
    }

    private static String row(UUID paymentId) {
        return "payment/" + paymentId + "/pg-token";
    }
}
