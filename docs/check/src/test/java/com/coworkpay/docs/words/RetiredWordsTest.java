package com.coworkpay.docs.words;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Names are made of the words of docs/glossary.md. Words that meant something here only are not used again.
class RetiredWordsTest {
    /// A word that no type is named after, and what to say instead.
    private static final Map<String, String> OF_TYPES = Map.ofEntries(
            Map.entry("told", "published, or what was expected"),
            Map.entry("telling", "publisher"),
            Map.entry("heard", "received"),
            Map.entry("hear", "consume"),
            Map.entry("wish", "request"),
            Map.entry("look", "inquiry"),
            Map.entry("words", "messages, or mapper"),
            Map.entry("verdict", "result, or decision"),
            Map.entry("standing", "snapshot"),
            Map.entry("patience", "retry"),
            Map.entry("keeper", "supervisor"),
            Map.entry("tidy", "clean up"),
            Map.entry("seen", "evidence"),
            Map.entry("visited", "return"),
            Map.entry("brief", "safe error text"),
            Map.entry("flaw", "error"));

    private static final DeclaredNames NAMES = DeclaredNames.ofThePrograms();

    @Test
    void noTypeIsNamedByARetiredWord() {
        assertThat(NAMES.types()).hasSizeGreaterThan(500);
        assertThat(retired(NAMES.types(), OF_TYPES)).isEmpty();
    }

    @Test
    void namesAreSplitIntoTheirWords() {
        assertThat(DeclaredNames.words("KakaoPayVATRule")).containsExactly("kakao", "pay", "vat", "rule");
        assertThat(DeclaredNames.words("MAX_TOTAL_KRW")).containsExactly("max", "total", "krw");
        assertThat(retired(List.of("Told", "ToldBy", "Toldo", "Total"), OF_TYPES)
                        .keySet())
                .containsExactly("Told", "ToldBy");
    }

    private static Map<String, String> retired(List<String> names, Map<String, String> words) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String name : names) {
            Stream<String> retired = DeclaredNames.words(name).stream().filter(words::containsKey);
            String instead = retired.map(word -> word + ": " + words.get(word)).collect(joining("; "));
            if (!instead.isEmpty()) {
                found.put(name, instead);
            }
        }
        return found;
    }
}
