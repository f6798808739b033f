package com.coworkpay.platform.observability;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes out of every span, as it begins, what an address can tell: the query string (`pg_token`, the names people
/// search for) and the signature in the payer's way back, with which a stranger could finish the payment.
@Singleton
public class SecretSpanProcessor implements SpanProcessor {

    private static final List<AttributeKey<String>> QUERIES = keys("url.query");
    private static final List<AttributeKey<String>> ADDRESSES = keys("url.full", "url.path", "http.url", "http.target");

    private static final Pattern QUERY = Pattern.compile("\\?[^#]+");

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        for (AttributeKey<String> key : QUERIES) {
            String query = span.getAttribute(key);
            if (query != null && !query.isEmpty()) {
                span.setAttribute(key, LogMask.MASK);
            }
        }
        for (AttributeKey<String> key : ADDRESSES) {
            String address = span.getAttribute(key);
            String cleaned = withoutSecrets(address);
            if (cleaned != null && !cleaned.equals(address)) {
                span.setAttribute(key, cleaned);
            }
        }
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {}

    @Override
    public boolean isEndRequired() {
        return false;
    }

    static @Nullable String withoutSecrets(@Nullable String address) {
        if (address == null) {
            return null;
        }
        return QUERY.matcher(LogMask.in(address)).replaceFirst("?" + LogMask.MASK);
    }

    private static List<AttributeKey<String>> keys(String... names) {
        return List.of(names).stream().map(AttributeKey::stringKey).toList();
    }
}
