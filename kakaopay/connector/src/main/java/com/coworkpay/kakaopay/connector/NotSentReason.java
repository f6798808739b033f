package com.coworkpay.kakaopay.connector;

/// Why surely nothing happened. Business words; the numbers behind them stand in [OutcomeTable].
public enum NotSentReason {
    /// Nobody listens at KakaoPay's address.
    CONNECT_REFUSED(Side.NETWORK),
    /// KakaoPay's host name could not be resolved.
    HOST_UNKNOWN(Side.NETWORK),
    /// No connection in time.
    CONNECT_TIMEOUT(Side.NETWORK),
    /// No secure connection: wrong certificate or host name, or no common version of TLS.
    TLS_FAILED(Side.NETWORK),
    /// No connection for another reason.
    NOT_CONNECTED(Side.NETWORK),

    /// Too many calls of this account had failed lately; they are spared for some seconds.
    BREAKER_OPEN(Side.US),
    /// Too many calls of this account were under way.
    BULKHEAD_FULL(Side.US),
    /// Too many calls of all accounts were under way.
    TOO_MANY_CONNECTIONS(Side.US),
    /// The merchant account is unknown or erased: there is no credential to send with.
    ACCOUNT_GONE(Side.US),
    /// The credential could not be fetched.
    INTEGRATION_SERVICE_UNAVAILABLE(Side.US),
    /// What was to be sent is stored sealed, and could not be opened.
    SEAL_BROKEN(Side.US),

    /// The key is not (or no longer) accepted: look for a newer version, then raise an alarm.
    WRONG_KEY(Side.ACCOUNT),
    WRONG_CID(Side.ACCOUNT),
    WRONG_CID_SECRET(Side.ACCOUNT),
    /// KakaoPay finds the app's or the merchant group's registration wrong.
    WRONG_MERCHANT(Side.ACCOUNT),
    /// The return URLs' host is not one of the site domains registered in KakaoPay's console.
    DOMAIN_NOT_REGISTERED(Side.ACCOUNT),
    /// The app's settings allow only other server addresses.
    IP_NOT_ALLOWED(Side.ACCOUNT),
    /// "Online payment" is not switched on for the app in KakaoPay's console.
    NOT_ENABLED(Side.ACCOUNT),
    /// Forbidden, without a code that says why.
    NO_PERMISSION(Side.ACCOUNT),
    ACCOUNT_BLOCKED(Side.ACCOUNT),
    /// The day's calls are used up; they start anew at 00:00 KST.
    QUOTA_EXCEEDED(Side.ACCOUNT);

    /// Where it has to be put right.
    public enum Side {
        /// Between us and KakaoPay.
        NETWORK,
        /// Our own protection.
        US,
        /// The merchant's key, contract or settings.
        ACCOUNT
    }

    private final Side side;

    NotSentReason(Side side) {
        this.side = side;
    }

    public Side side() {
        return side;
    }

    /// For the live check of a credential: KakaoPay could not be reached, so nothing is known about the key.
    public boolean isNotReachable() {
        return side != Side.ACCOUNT;
    }
}
