package com.coworkpay.integration.location.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// All merchant accounts of a location, and its switches.
public record KakaoPayConnection(List<Account> accounts, Switches switches) {

    public KakaoPayConnection {
        if (accounts.isEmpty()) {
            throw new IllegalArgumentException("a connection has at least one account");
        }
        if (accounts.stream().filter(Account::isActive).count() > 1) {
            throw new IllegalArgumentException("at most one account is active");
        }
        accounts = List.copyOf(accounts);
    }

    /// Where new payments go; none while disconnected.
    public Optional<Account> active() {
        return accounts.stream().filter(Account::isActive).findFirst();
    }

    public boolean isConnected() {
        return active().isPresent();
    }

    /// The account a person means by "the connection": the active one, or the one that was disconnected last.
    public Account shown() {
        return active().orElseGet(() -> accounts.stream()
                .max(Comparator.comparing((Account a) -> a.status() == AccountStatus.DISCONNECTED)
                        .thenComparing(Account::statusSince))
                .orElseThrow());
    }
}
