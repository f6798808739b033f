package com.coworkpay.platform.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The words of the problems, from resource bundles in UTF-8.
public final class ProblemTexts {

    private static final Pattern SLUG = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)}");

    /// Never the language of the machine the service happens to run on.
    private static final ResourceBundle.Control ASKED_LANGUAGE_ONLY =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private ProblemTexts() {}

    /// What is wrong with the declared types: a slug that is no slug or used twice, a status outside 400 to 599, a
    /// text missing in a language, placeholders that differ between the languages. Empty when all is well; every
    /// service asks this in a test:
    ///
    /// ```java
    /// assertThat(ProblemTexts.missing(PaymentProblem.values())).isEmpty();
    /// ```
    public static List<String> missing(ProblemType... types) {
        List<String> faults = new ArrayList<>();
        Set<String> slugs = new TreeSet<>();
        for (ProblemType type : types) {
            if (!SLUG.matcher(type.slug()).matches() || !slugs.add(type.slug())) {
                faults.add(type.slug() + ": not a slug, or used twice");
            }
            if (type.status() < 400 || type.status() > 599) {
                faults.add(type.slug() + ": status " + type.status());
            }
            faults.addAll(faultsOf(type, type.slug() + ".title"));
            faults.addAll(faultsOf(type, type.slug() + ".detail"));
        }
        return faults;
    }

    /// In a language that an answer has beside its own: a page that shows both.
    public static String title(ProblemType type, Language language, Map<String, Object> values) {
        return filled(text(type, type.slug() + ".title", language), values);
    }

    public static String detail(ProblemType type, Language language, Map<String, Object> values) {
        return filled(text(type, type.slug() + ".detail", language), values);
    }

    /// A sentence of the common bundle about one value of the request.
    static String sentence(String key, Language language, Map<String, Object> values) {
        return filled(text(CommonProblem.INVALID_REQUEST, key, language), values);
    }

    private static List<String> faultsOf(ProblemType type, String key) {
        List<String> faults = new ArrayList<>();
        for (Language language : Language.values()) {
            if (text(type, key, language).isBlank()) {
                faults.add(type.bundle() + "_" + language.locale() + ".properties: " + key + " is missing");
            }
        }
        long ways = Arrays.stream(Language.values())
                .map(language -> placeholders(text(type, key, language)))
                .distinct()
                .count();
        if (faults.isEmpty() && ways > 1) {
            faults.add(type.bundle() + ": " + key + " has other placeholders in the other language");
        }
        return faults;
    }

    /// A missing text must not turn a problem into another one: it is empty here and a red test at home.
    private static String text(ProblemType type, String key, Language language) {
        try {
            return ResourceBundle.getBundle(
                            type.bundle(), language.locale(), type.getClass().getClassLoader(), ASKED_LANGUAGE_ONLY)
                    .getString(key);
        } catch (MissingResourceException _) {
            return "";
        }
    }

    private static String filled(String text, Map<String, Object> values) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(
                        values.getOrDefault(found.group(1), "…").toString()));
    }

    private static Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }
}
