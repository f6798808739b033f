package com.coworkpay.kakaopay.accounts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long a credential serves from memory.
@ConfigMapping(prefix = "coworkpay.credential")
public interface CredentialConfig {
    /// How long a credential is used before it is fetched again.
    @WithDefault("5m")
    Duration freshFor();

    /// How long it is used while integration-service is unavailable.
    @WithDefault("1h")
    Duration staleFor();

    /// Accounts kept in memory.
    @WithDefault("1000")
    int maxAccounts();

    /// Time for a fetch, retries included.
    @WithDefault("5s")
    Duration fetchTimeout();
}
