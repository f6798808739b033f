package com.coworkpay.console.words;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/// The words in a template that a person would read, or a screen reader would say, without those of the bundle.
final class TemplateTexts {

    private static final Pattern LETTERS = Pattern.compile("[A-Za-z가-힣ㄱ-ㅎㅏ-ㅣ][A-Za-z가-힣ㄱ-ㅎㅏ-ㅣ'-]*");
    private static final List<String> SPOKEN = List.of("title", "alt", "placeholder", "aria-label", "label");

    private TemplateTexts() {}

    static List<String> in(String template) {
        Document html = Jsoup.parse(withoutExpressions(template));
        List<String> texts = new ArrayList<>();
        texts.add(html.text());
        texts.add(html.title());
        SPOKEN.forEach(
                attribute -> texts.addAll(html.select("[" + attribute + "]").eachAttr(attribute)));
        return texts.stream().flatMap(TemplateTexts::words).distinct().toList();
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("\\s+"))
                .flatMap(each -> LETTERS.matcher(each).results().map(found -> found.group()));
    }

    /// Qute's expressions may hold braces of their own in strings; none of ours does.
    private static String withoutExpressions(String template) {
        return template.replaceAll("(?s)\\{!.*?!}", " ")
                .replaceAll("\\{[@#/a-zA-Z][^{}]*}", " ")
                .replaceAll("\\{/}", " ");
    }
}
