package com.coworkpay.kakaopay.simulator.engine;

import java.security.SecureRandom;
import java.util.HexFormat;

/// Ids in the shapes seen at the real KakaoPay: TID and AID are a letter and 19 hex characters,
/// pg_token 20, the key in the page's URL 64.
final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    static String tid() {
        return "T" + hex(19);
    }

    static String aid() {
        return "A" + hex(19);
    }

    static String pgToken() {
        return hex(20);
    }

    static String pageKey() {
        return hex(64);
    }

    private static String hex(int length) {
        byte[] bytes = new byte[(length + 1) / 2];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes).substring(0, length);
    }
}
