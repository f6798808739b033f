package com.coworkpay.kakaopay.simulator;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A merchant contract (CID) together with the app whose keys may use it.
///
/// @param cid           10 characters at most
/// @param keys          every key that may act for this CID; one key may serve several CIDs
/// @param domains       registered site domains, scheme, host and port without a path, for instance
///                      `http://localhost:8080` or `https://*.example.com`; at most 10 as at KakaoPay
/// @param onlineEnabled whether "online payment" is switched on for the app
/// @param dailyQuota    API calls a day (KST), null for no limit
/// @param cidSecret     if set, every call must carry it
public record Merchant(
        String cid,
        List<Key> keys,
        List<String> domains,
        boolean onlineEnabled,
        @Nullable Integer dailyQuota,
        @Nullable String cidSecret) {

    static final int MAX_DOMAINS = 10;

    public enum KeyKind {
        /// Legacy API: `Authorization: KakaoAK …`.
        ADMIN_KEY,
        /// Current API: `Authorization: SECRET_KEY …` (or `DEV_SECRET_KEY …`).
        SECRET_KEY
    }

    public record Key(KeyKind kind, String key) {
        @Override
        public String toString() {
            return "Key[" + kind + ", ***]";
        }
    }

    public Merchant {
        if (cid.isBlank() || cid.length() > 10) {
            throw new IllegalArgumentException("cid must have 1 to 10 characters, not " + cid.length());
        }
        if (domains.size() > MAX_DOMAINS) {
            throw new IllegalArgumentException("at most 10 site domains can be registered, not " + domains.size());
        }
        keys = List.copyOf(keys);
        domains = List.copyOf(domains);
    }

    /// A merchant with online payment on, no quota, no keys and no domains yet.
    public static Merchant of(String cid) {
        return new Merchant(cid, List.of(), List.of(), true, null, null);
    }

    public Merchant secretKey(String key) {
        return plus(new Key(KeyKind.SECRET_KEY, key));
    }

    public Merchant adminKey(String key) {
        return plus(new Key(KeyKind.ADMIN_KEY, key));
    }

    public Merchant domain(String domain) {
        List<String> more = new ArrayList<>(domains);
        more.add(domain);
        return new Merchant(cid, keys, more, onlineEnabled, dailyQuota, cidSecret);
    }

    public Merchant onlineEnabled(boolean enabled) {
        return new Merchant(cid, keys, domains, enabled, dailyQuota, cidSecret);
    }

    public Merchant quota(@Nullable Integer callsPerDay) {
        return new Merchant(cid, keys, domains, onlineEnabled, callsPerDay, cidSecret);
    }

    public Merchant cidSecret(String secret) {
        return new Merchant(cid, keys, domains, onlineEnabled, dailyQuota, secret);
    }

    public Merchant withoutKey(String key) {
        List<Key> left = keys.stream().filter(k -> !k.key().equals(key)).toList();
        return new Merchant(cid, left, domains, onlineEnabled, dailyQuota, cidSecret);
    }

    public boolean accepts(KeyKind kind, String key) {
        return keys.contains(new Key(kind, key));
    }

    private Merchant plus(Key key) {
        List<Key> more = new ArrayList<>(keys);
        more.add(key);
        return new Merchant(cid, more, domains, onlineEnabled, dailyQuota, cidSecret);
    }
}
