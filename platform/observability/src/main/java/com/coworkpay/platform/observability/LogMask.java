package com.coworkpay.platform.observability;

import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Blots out what looks like a secret in a text that is about to leave the process.
///
/// The second line of defence: the first is that secrets have a type that is never written. It knows the
/// `pg_token` in all its spellings, credentials behind their scheme, signed tokens, and what follows names such as
/// `secret` and `password`.
public final class LogMask {

    public static final String MASK = "***";

    private record Rule(Pattern secret, String replacement) {}

    private static final List<Rule> RULES = List.of(
            // The payer's way back, `/v1/return/{paymentId}/{signature}/approved`, and a checkout,
            // `/v1/checkouts/{checkoutId}/{signature}`, or its page: with the signature a stranger could finish the
            // payment, or begin another; the id stays, to be searched for.
            rule("(/(?:v1/return|checkouts?)/[^/?#\\s]+/)[^/?#\\s]+", "$1" + MASK),
            // A token of any issuer: three parts in Base64, the first being JSON.
            rule("eyJ[A-Za-z0-9_-]{4,}\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]*", MASK),
            // KakaoPay's two schemes and the usual ones of HTTP.
            rule("(?i)\\b((?:DEV_)?SECRET_KEY|KakaoAK|Bearer|Basic)(\\s+)(?!\\*)[A-Za-z0-9._~+/=-]{6,}", "$1$2" + MASK),
            rule("(?i)(authorization[\"']?\\s*[:=]\\s*[\"']?)(?![A-Za-z_]+\\s+\\*)[^\\s\"',;}&]+", "$1" + MASK),
            rule(
                    "(?i)((?:pg_?token|secret_?key|admin_?key|client_?secret|secret|password|passwd)[\"']?\\s*[:=]\\s*[\"']?)"
                            + "(?!\\*)[^\\s\"',;}&)\\]]+",
                    "$1" + MASK));

    /// Nearly every text holds none of these words: one look spares it the expressions.
    private static final Pattern SUSPICIOUS =
            Pattern.compile("(?i)eyJ|/return/|/checkout|token|secret|kakaoak|bearer|basic|authorization|key|passw");

    private LogMask() {}

    public static String in(String text) {
        if (!SUSPICIOUS.matcher(text).find()) {
            return text;
        }
        String masked = text;
        for (Rule rule : RULES) {
            masked = rule.secret().matcher(masked).replaceAll(rule.replacement());
        }
        return masked;
    }

    static @Nullable String inNullable(@Nullable String text) {
        return text == null ? null : in(text);
    }

    private static Rule rule(String expression, String replacement) {
        return new Rule(Pattern.compile(expression), replacement);
    }
}
