package com.coworkpay.integration.connection.api;

import com.coworkpay.integration.Messages;
import com.coworkpay.integration.connection.domain.CheckResult;
import com.coworkpay.platform.problem.Language;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What to do about a refused credential, in both languages.
@Schema(
        name = "LocalizedText",
        requiredProperties = {"ko", "en"})
public record LocalizedText(String ko, String en) {

    static LocalizedText of(CheckResult result) {
        String key = "refused." + result.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new LocalizedText(
                Messages.in(Language.KOREAN).format(key, Map.of()),
                Messages.in(Language.ENGLISH).format(key, Map.of()));
    }
}
