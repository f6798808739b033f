package com.coworkpay.reporting.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Shorter waits, so that tests need not be patient.
public final class QuickSettings implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "coworkpay.reporting.completeness.interval", "200ms",
                "coworkpay.reporting.rebuild.poll", "200ms",
                "coworkpay.reporting.rebuild.lease", "2s",
                "coworkpay.reporting.rebuild.batch", "50",
                "coworkpay.reporting.export.batch", "100",
                "coworkpay.reporting.export.max-concurrent", "2",
                "coworkpay.reporting.statement-timeout-ms", "10000");
    }

    @Override
    public void stop() {}
}
