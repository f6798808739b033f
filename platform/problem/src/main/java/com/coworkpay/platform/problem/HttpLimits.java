package com.coworkpay.platform.problem;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How large the head of a request may be.
@ConfigMapping(prefix = "coworkpay.http")
public interface HttpLimits {
    /// Largest headers, together, else 431; 20 KiB of them for the caller. At most 65536.
    @WithDefault("24576")
    int maxHeaderBytes();

    /// Longest address with its query, else 414. At most 65536.
    @WithDefault("8192")
    int maxAddressBytes();
}
