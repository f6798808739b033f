package com.coworkpay.kakaopay.accounts;

import com.coworkpay.kakaopay.connector.CallMetrics;
import com.coworkpay.kakaopay.connector.KakaoPay;
import com.coworkpay.kakaopay.connector.KakaoPaySettings;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The one KakaoPay client of this process.
class KakaoPayClient {

    @Produces
    @Singleton
    KakaoPay client(Vertx vertx, KakaoPayConfig config, MeterRegistry meters) {
        KakaoPaySettings settings = KakaoPaySettings.of(
                        config.currentUrl(), config.legacyUrl(), config.plainHttpAllowed())
                .withTimeouts(config.connectTimeout(), config.readTimeout());
        return new KakaoPay(vertx, settings, new CallMetrics(meters));
    }

    void close(@Disposes KakaoPay client) {
        client.close();
    }
}
