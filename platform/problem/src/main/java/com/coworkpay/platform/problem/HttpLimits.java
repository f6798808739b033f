package com.coworkpay.platform.problem;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/// How large the head of a request may be.
@ConfigMapping(prefix = "coworkpay.http")
public interface HttpLimits {
    /// The largest headers, together: 20 KiB of a caller (sign-in.md) and what proxies add. Above it the answer is 431.
    /// At most 65536, which the server itself reads.
    @WithDefault("24576")
    int maxHeaderBytes();

    /// The longest address with its query; above it the answer is 414. At most 65536.
    @WithDefault("8192")
    int maxAddressBytes();
}
