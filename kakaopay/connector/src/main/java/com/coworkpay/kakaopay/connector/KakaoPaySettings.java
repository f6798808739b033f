package com.coworkpay.kakaopay.connector;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;

/// Where KakaoPay is, and the bound of every wait, queue and cache of the client.
///
/// @param currentApi base of today's API; calls with a `SECRET_KEY` go there and nowhere else
/// @param legacyApi base of the former API; calls with an `ADMIN_KEY` go there and nowhere else
/// @param connectTimeout for place in the pool, name, TCP and TLS together; over it nothing was sent
/// @param readTimeout from sending to the last byte of the answer. KakaoPay's own limit is 11 s: a shorter one here
///     makes unknown outcomes out of slow successes
/// @param maxBodyBytes a longer answer is not KakaoPay's
/// @param maxConnections of all accounts together, per generation; as many more calls wait for one, for the connect
///     time-out at most
/// @param keepAlive how long an idle connection is kept. Shorter than servers keep theirs, so that a request hardly
///     ever meets a connection that is being closed (which would make its outcome unknown)
/// @param maxAccounts how many accounts have a breaker and a bulkhead at once; the least recently used one is forgotten
/// @param plainHttpAllowed clear-text HTTP to other hosts than this machine: only for a simulator on another one
public record KakaoPaySettings(
        URI currentApi,
        URI legacyApi,
        Duration connectTimeout,
        Duration readTimeout,
        int maxBodyBytes,
        int maxConnections,
        Duration keepAlive,
        Breaker breaker,
        Bulkhead bulkhead,
        int maxAccounts,
        boolean plainHttpAllowed) {

    public static final URI CURRENT_API = URI.create("https://open-api.kakaopay.com");
    public static final URI LEGACY_API = URI.create("https://kapi.kakao.com");

    public KakaoPaySettings {
        checkPositive("connectTimeout", connectTimeout);
        checkPositive("readTimeout", readTimeout);
        checkPositive("keepAlive", keepAlive);
        InvalidFieldException.unless(maxBodyBytes >= 1024, "maxBodyBytes", "must be at least 1024");
        InvalidFieldException.unless(maxConnections >= 1, "maxConnections", "must be at least 1");
        InvalidFieldException.unless(maxAccounts >= 1, "maxAccounts", "must be at least 1");
        checkBase("currentApi", currentApi, plainHttpAllowed);
        checkBase("legacyApi", legacyApi, plainHttpAllowed);
    }

    /// When the calls of one account are spared. No answer, a 5xx and a failed connection count as failures; refusals
    /// do not, as a merchant whose payers have no money is no sick KakaoPay.
    ///
    /// @param calls how many of the latest calls are looked at
    /// @param failureRatio opens at this share of failures among them
    /// @param openFor how long calls are spared before some are let through again
    /// @param successes so many successful ones close it again
    public record Breaker(int calls, double failureRatio, Duration openFor, int successes) {

        public static final Breaker DEFAULT = new Breaker(10, 0.5, Duration.ofSeconds(5), 2);

        public Breaker {
            InvalidFieldException.unless(calls >= 2, "breaker.calls", "must be at least 2");
            InvalidFieldException.unless(
                    failureRatio > 0 && failureRatio <= 1, "breaker.failureRatio", "must be over 0 and at most 1");
            checkPositive("breaker.openFor", openFor);
            InvalidFieldException.unless(successes >= 1, "breaker.successes", "must be at least 1");
        }
    }

    /// How many calls of one account may be under way.
    ///
    /// @param queue so many more wait for a place; one that has waited longer than the connect time-out is not sent
    public record Bulkhead(int calls, int queue) {

        public static final Bulkhead DEFAULT = new Bulkhead(32, 16);

        public Bulkhead {
            InvalidFieldException.unless(calls >= 1, "bulkhead.calls", "must be at least 1");
            InvalidFieldException.unless(
                    queue >= 1 && queue <= calls, "bulkhead.queue", "must be at least 1 and at most calls");
        }
    }

    /// Everything by default; for tests and the local stack with the simulator's address twice.
    public static KakaoPaySettings of(URI currentApi, URI legacyApi) {
        return of(currentApi, legacyApi, false);
    }

    public static KakaoPaySettings of(URI currentApi, URI legacyApi, boolean plainHttpAllowed) {
        return new KakaoPaySettings(
                currentApi,
                legacyApi,
                Duration.ofSeconds(2),
                Duration.ofSeconds(15),
                256 * 1024,
                128,
                Duration.ofSeconds(4),
                Breaker.DEFAULT,
                Bulkhead.DEFAULT,
                1000,
                plainHttpAllowed);
    }

    public KakaoPaySettings withTimeouts(Duration connect, Duration read) {
        return new KakaoPaySettings(
                currentApi,
                legacyApi,
                connect,
                read,
                maxBodyBytes,
                maxConnections,
                keepAlive,
                breaker,
                bulkhead,
                maxAccounts,
                plainHttpAllowed);
    }

    public KakaoPaySettings withMaxBodyBytes(int bytes) {
        return new KakaoPaySettings(
                currentApi,
                legacyApi,
                connectTimeout,
                readTimeout,
                bytes,
                maxConnections,
                keepAlive,
                breaker,
                bulkhead,
                maxAccounts,
                plainHttpAllowed);
    }

    public KakaoPaySettings withGuards(Breaker newBreaker, Bulkhead newBulkhead, int newMaxAccounts) {
        return new KakaoPaySettings(
                currentApi,
                legacyApi,
                connectTimeout,
                readTimeout,
                maxBodyBytes,
                maxConnections,
                keepAlive,
                newBreaker,
                newBulkhead,
                newMaxAccounts,
                plainHttpAllowed);
    }

    /// No call takes longer than this, waiting for a place included: what a claim on a payment has to outlive.
    public Duration maxCall() {
        return connectTimeout.plus(readTimeout).plus(connectTimeout);
    }

    private static void checkPositive(String field, Duration duration) {
        InvalidFieldException.unless(duration.isPositive(), field, "must be longer than nothing");
    }

    private static void checkBase(String field, URI base, boolean plainHttpAllowed) {
        String host = base.getHost();
        InvalidFieldException.unless(
                host != null
                        && base.getRawQuery() == null
                        && base.getRawFragment() == null
                        && base.getUserInfo() == null,
                field,
                "must be an absolute URL with a host and without query, fragment or user");
        String scheme = String.valueOf(base.getScheme()).toLowerCase(Locale.ROOT);
        boolean plainHttp = scheme.equals("http") && (plainHttpAllowed || isThisMachine(host));
        InvalidFieldException.unless(
                scheme.equals("https") || plainHttp, field, "must be https; http is only for this machine");
    }

    /// By the name alone, without asking a name server.
    private static boolean isThisMachine(String host) {
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            return true;
        }
        boolean isAddress = host.startsWith("[") || host.chars().allMatch(c -> c == '.' || Character.isDigit(c));
        try {
            return isAddress && InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException noAddress) {
            return false;
        }
    }
}
