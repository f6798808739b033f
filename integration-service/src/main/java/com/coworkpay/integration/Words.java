package com.coworkpay.integration;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/// Sentences of this service's bundle in the caller's language, for answers that are no problems but say the same.
public final class Words {

    private static final List<Locale> SPOKEN = List.of(Locale.ENGLISH, Locale.KOREAN);
    private static final ResourceBundle.Control ASKED_LANGUAGE_ONLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private Words(Locale language) {
        bundle = ResourceBundle.getBundle(
                "problems/integration", language, Words.class.getClassLoader(), ASKED_LANGUAGE_ONLY);
    }

    /// @param acceptLanguage as sent (RFC 9110, 12.5.4); English unless it asks for Korean first
    public static Words in(@Nullable String acceptLanguage) {
        return new Words(language(acceptLanguage));
    }

    /// The sentence with its `{name}`s filled.
    public String say(String key, Map<String, String> values) {
        String text = bundle.getString(key);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }

    private static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return Locale.ENGLISH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), SPOKEN);
            return found == null ? Locale.ENGLISH : found;
        } catch (IllegalArgumentException _) {
            return Locale.ENGLISH;
        }
    }
}
