package com.coworkpay.kakaopay.accounts;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/// How long a credential serves from memory.
@ConfigMapping(prefix = "coworkpay.credential")
public interface CredentialConfig {
    /// How long a credential serves without asking integration-service again.
    @WithDefault("5m")
    Duration freshFor();

    /// How long it serves while integration-service is away.
    @WithDefault("1h")
    Duration staleFor();

    /// Accounts kept in memory.
    @WithDefault("1000")
    int maxAccounts();

    /// One whole fetch, retries included.
    @WithDefault("5s")
    Duration fetchTimeout();
}
