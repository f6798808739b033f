package com.coworkpay.platform.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

@ConfigMapping(prefix = "coworkpay.identity")
public interface IdentityConfig {

    /// Name of the token claim with the permissions per location.
    @WithDefault("locations")
    String locationsClaim();
}
