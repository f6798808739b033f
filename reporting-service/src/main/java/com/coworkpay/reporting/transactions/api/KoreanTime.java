package com.coworkpay.reporting.transactions.api;

import com.coworkpay.reporting.reading.domain.ReadContext;
import java.time.Instant;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/// KakaoPay's times as its dashboard shows them.
final class KoreanTime {

    private KoreanTime() {}

    static @Nullable LocalDateTime of(@Nullable Instant at) {
        return at == null ? null : LocalDateTime.ofInstant(at, ReadContext.KOREA);
    }
}
