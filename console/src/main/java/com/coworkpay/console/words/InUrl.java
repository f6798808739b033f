package com.coworkpay.console.words;

import io.quarkus.qute.TemplateExtension;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// A value as it stands in the query of an address: `{cursor.inUrl}`.
@TemplateExtension
public final class InUrl {

    private InUrl() {}

    public static String inUrl(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
