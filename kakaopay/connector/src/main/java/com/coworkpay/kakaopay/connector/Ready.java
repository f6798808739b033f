package com.coworkpay.kakaopay.connector;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A prepared payment: where to send the payer. The TID lives fifteen minutes from `createdAt`.
///
/// @param redirectPcUrl page with a QR code, for a computer
/// @param redirectMobileUrl for a phone's browser
/// @param redirectAppUrl for a webview inside an app
/// @param androidAppScheme KakaoPay documents the schemes as internal; missing in newer editions
public record Ready(
        String tid,
        String redirectPcUrl,
        String redirectMobileUrl,
        String redirectAppUrl,
        @Nullable String androidAppScheme,
        @Nullable String iosAppScheme,
        Instant createdAt) {}
