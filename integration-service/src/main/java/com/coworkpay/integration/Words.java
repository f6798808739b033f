package com.coworkpay.integration;

import com.coworkpay.platform.problem.Language;
import java.util.Map;
import java.util.ResourceBundle;

/// Sentences of this service's bundle in the caller's language, for answers that are no problems but say the same.
public final class Words {

    private static final ResourceBundle.Control ASKED_LANGUAGE_ONLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;

    private Words(Language language) {
        bundle = ResourceBundle.getBundle(
                "problems/integration", language.locale(), Words.class.getClassLoader(), ASKED_LANGUAGE_ONLY);
    }

    public static Words in(Language language) {
        return new Words(language);
    }

    /// The sentence with its `{name}`s filled.
    public String say(String key, Map<String, String> values) {
        String text = bundle.getString(key);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("{" + value.getKey() + "}", value.getValue());
        }
        return text;
    }
}
