package com.coworkpay.refund.kakaopay;

import com.coworkpay.kakaopay.connector.KakaoPay;
import com.coworkpay.kakaopay.connector.KakaoPaySettings;
import com.coworkpay.refund.RefundConfig;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/// The one KakaoPay client of this process.
class KakaoPayClient {

    @Produces
    @Singleton
    KakaoPay client(Vertx vertx, RefundConfig config, KakaoPayMetrics metrics) {
        RefundConfig.Kakaopay kakaopay = config.kakaopay();
        KakaoPaySettings settings = KakaoPaySettings.of(kakaopay.currentUrl(), kakaopay.legacyUrl())
                .withTimeouts(kakaopay.connectTimeout(), kakaopay.readTimeout());
        return new KakaoPay(vertx, settings, metrics);
    }

    void close(@Disposes KakaoPay client) {
        client.close();
    }
}
