package com.coworkpay.integration.connection;

import com.coworkpay.kakaopay.connector.CallMetrics;
import com.coworkpay.kakaopay.connector.KakaoPay;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

final class KakaoPayProducer {

    @Produces
    @Singleton
    KakaoPay kakaoPay(Vertx vertx, KakaoPayConfig config, MeterRegistry meters) {
        return new KakaoPay(vertx, config.toSettings(), new CallMetrics(meters));
    }

    void close(@Disposes KakaoPay kakaoPay) {
        kakaoPay.close();
    }
}
