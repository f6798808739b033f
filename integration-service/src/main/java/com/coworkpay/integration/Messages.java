package com.coworkpay.integration;

import com.coworkpay.platform.problem.Language;
import java.util.Map;
import java.util.ResourceBundle;

/// Sentences of this service's bundle in the caller's language, for answers that are no problems but say the same.
public final class Messages {

    private static final ResourceBundle.Control ASKED_LANGUAGE_ONLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private Messages(Language language) {
        bundle = ResourceBundle.getBundle(
                "problems/integration", language.locale(), Messages.class.getClassLoader(), ASKED_LANGUAGE_ONLY);
    }

    public static Messages in(Language language) {
        return new Messages(language);
    }

    /// The sentence with its `{name}`s filled.
    public String format(String key, Map<String, String> values) {
        String text = bundle.getString(key);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }
}
