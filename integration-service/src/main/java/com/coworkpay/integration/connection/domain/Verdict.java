package com.coworkpay.integration.connection.domain;

import java.util.Optional;

/// KakaoPay's answer to one try of a credential.
///
/// @param tid of the `ready` that was accepted; nobody ever pays it, later checks ask for it
/// @param code what KakaoPay or the network said, for a person who wants to look it up: numbers and words, no texts
public record Verdict(CheckResult result, Optional<String> tid, Optional<String> code) {

    public static Verdict accepted(String tid) {
        return new Verdict(CheckResult.ACCEPTED, Optional.of(tid), Optional.empty());
    }

    public static Verdict of(CheckResult result, String code) {
        return new Verdict(result, Optional.empty(), Optional.of(code));
    }

    public boolean isAccepted() {
        return result == CheckResult.ACCEPTED;
    }
}
