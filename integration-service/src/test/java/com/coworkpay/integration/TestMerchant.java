package com.coworkpay.integration;

import com.coworkpay.kakaopay.simulator.Merchant;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;

/// A merchant of one test, known to the simulator.
public record TestMerchant(String cid, String kind, String key) {

    public static TestMerchant withSecretKey() {
        return withSecretKey(newCid());
    }

    /// Replaces the merchant's keys, as issuing a new one does at KakaoPay.
    public static TestMerchant withSecretKey(String cid) {
        String key = newKey();
        KakaoPaySimulator.control().merchant(Merchant.of(cid).secretKey(key).domain(KakaoPaySimulator.PUBLIC_BASE_URL));
        return new TestMerchant(cid, "SECRET_KEY", key);
    }

    public static TestMerchant withAdminKey() {
        String cid = newCid();
        String key = newKey();
        KakaoPaySimulator.control().merchant(Merchant.of(cid).adminKey(key).domain(KakaoPaySimulator.PUBLIC_BASE_URL));
        return new TestMerchant(cid, "ADMIN_KEY", key);
    }

    public static String newCid() {
        return "C" + random(9);
    }

    public static String newKey() {
        return "KEY" + random(37);
    }

    private static String random(int length) {
        var text = new StringBuilder();
        while (text.length() < length) {
            text.append(Long.toString(ThreadLocalRandom.current().nextLong(1L << 40, 1L << 41), 36));
        }
        return text.substring(0, length).toUpperCase(Locale.ROOT);
    }
}
