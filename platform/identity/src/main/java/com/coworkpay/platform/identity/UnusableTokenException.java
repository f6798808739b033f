package com.coworkpay.platform.identity;

/// A token that holds, with a claim that cannot be used. The cause of a failed authentication.
final class UnusableTokenException extends RuntimeException {

    private final String claim;

    UnusableTokenException(String claim) {
        super("The token's " + claim + " cannot be used.", null, false, false);
        this.claim = claim;
    }

    String claim() {
        return claim;
    }
}
