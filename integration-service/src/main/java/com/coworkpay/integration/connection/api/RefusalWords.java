package com.coworkpay.integration.connection.api;

import com.coworkpay.integration.Words;
import com.coworkpay.integration.connection.domain.CheckResult;
import com.coworkpay.platform.problem.Language;
import java.util.Locale;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What to do about a refused credential, in both languages.
@Schema(
        name = "RefusalWords",
        requiredProperties = {"ko", "en"})
public record RefusalWords(String ko, String en) {

    static RefusalWords of(CheckResult result) {
        String key = "refused." + result.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new RefusalWords(
                Words.in(Language.KOREAN).say(key, Map.of()),
                Words.in(Language.ENGLISH).say(key, Map.of()));
    }
}
