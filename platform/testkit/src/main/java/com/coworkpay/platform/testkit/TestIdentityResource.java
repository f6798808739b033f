package com.coworkpay.platform.testkit;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/// Lets a service under test accept the tokens of [TestIdentity].
public final class TestIdentityResource implements QuarkusTestResourceLifecycleManager {
    @Override
    public Map<String, String> start() {
        return TestIdentity.config();
    }

    @Override
    public void stop() {}
}
