package com.coworkpay.integration;

import com.coworkpay.kakaopay.simulator.SimulatorControl;
import java.net.URI;

/// The simulator as a test drives it: over HTTP. Apart from [SimulatorResource], which Quarkus loads by another class
/// loader.
public final class KakaoPaySimulator {

    /// Where payers come back; registered as site domain by [TestMerchant].
    public static final String PUBLIC_BASE_URL = "https://pay.coworkpay.test";

    private KakaoPaySimulator() {}

    public static SimulatorControl control() {
        return new SimulatorControl(URI.create(System.getProperty("coworkpay.test.simulator", "")));
    }
}
