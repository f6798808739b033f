package com.coworkpay.integration.connection.domain;

import java.util.Optional;

/// KakaoPay's answer to one verification of a credential.
///
/// @param tid of the `ready` that was accepted; nobody ever pays it, later checks ask for it
/// @param code what KakaoPay or the network said, for a person who wants to look it up: numbers and words, no texts
public record VerificationResult(CheckResult result, Optional<String> tid, Optional<String> code) {

    public static VerificationResult accepted(String tid) {
        return new VerificationResult(CheckResult.ACCEPTED, Optional.of(tid), Optional.empty());
    }

    public static VerificationResult of(CheckResult result, String code) {
        return new VerificationResult(result, Optional.empty(), Optional.of(code));
    }

    public boolean isAccepted() {
        return result == CheckResult.ACCEPTED;
    }
}
