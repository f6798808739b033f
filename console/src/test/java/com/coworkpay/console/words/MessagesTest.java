package com.coworkpay.console.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.qute.i18n.Message;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Every text of every page, in both languages, and nowhere else.
class MessagesTest {

    private static final Path MAIN = Path.of("src", "main");
    private static final Path TEMPLATES = MAIN.resolve("resources").resolve("templates");

    private static final Pattern PARAMETER = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9.]*)}");

    /// 을/를, 이/가, 은/는, 과/와, (으)로 and their like, which depend on the sound before them.
    private static final Pattern PARTICLE = Pattern.compile(
            "\\{[a-zA-Z][a-zA-Z0-9.]*}\\s?(을|를|이|가|은|는|과|와|으로|로|이나|나|이라|라|이며|며|을\\(를\\)|이\\(가\\)|은\\(는\\)|\\(으\\)로)(?=[\\s.,:;!?)]|$)");

    private static final Pattern HANGUL = Pattern.compile("[가-힣ㄱ-ㅎㅏ-ㅣ]");

    /// Names of their own, the same in both languages.
    private static final Set<String> NAMES = Set.of(
            "CoworkPay", "TID", "AID", "CID", "CSV", "KST", "v", "Bootstrap", "htmx", "MIT", "BSD", "Zero-Clause");

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(korean().keySet()).isEqualTo(english().keySet());
    }

    @Test
    void noneIsEmpty() {
        assertThat(english().values()).allSatisfy(text -> assertThat(text).isNotBlank());
        assertThat(korean().values()).allSatisfy(text -> assertThat(text).isNotBlank());
    }

    @Test
    void bothLanguagesHaveTheSameParameters() {
        Map<String, String> korean = korean();
        english().forEach((key, text) -> assertThat(parameters(korean.getOrDefault(key, "")))
                .as(key)
                .isEqualTo(parameters(text)));
    }

    /// What an alternative is chosen by, too: a status that has a word in one language alone would be shown bare.
    @Test
    void bothLanguagesHaveTheSameAlternatives() {
        Map<String, String> korean = korean();
        Pattern alternative = Pattern.compile("\\{#(when|is|else|if|for)[^}]*}");
        english().forEach((key, text) -> assertThat(found(alternative, korean.getOrDefault(key, "")))
                .as(key)
                .isEqualTo(found(alternative, text)));
    }

    @Test
    void koreanIsKoreanAndEnglishIsNot() {
        Set<String> sameInBoth = Set.of("cid");
        korean().forEach((key, text) -> {
            if (!sameInBoth.contains(key)) {
                assertThat(text).as(key).containsPattern(HANGUL);
            }
        });
        english().forEach((key, text) -> assertThat(text).as(key).doesNotContainPattern(HANGUL));
    }

    @Test
    void everyMessageIsUsed() {
        String everything = Stream.concat(files(TEMPLATES), files(MAIN.resolve("java")))
                .map(MessagesTest::read)
                .collect(Collectors.joining("\n"));
        assertThat(english().keySet()).allSatisfy(key -> assertThat(Pattern.compile(
                                "\\b(msg|hours|audit|approval|compare|cancellations|letters|batch|resolution|frame):"
                                        + key + "\\b|\\b[mM]essages[^;\\n]*\\." + key + "\\(")
                        .matcher(everything)
                        .find())
                .as(key)
                .isTrue());
    }

    @Test
    void noParticleFollowsAParameter() {
        korean().forEach((key, text) -> assertThat(
                        PARTICLE.matcher(text).results().map(MatchResult::group).toList())
                .as(key)
                .isEmpty());
    }

    @Test
    void particlesAfterAParameterAreFound() {
        assertThat(Stream.of("{amount}을 환불합니다", "{name}가", "{place} 으로", "{a.b}은(는) ", "{x}로."))
                .allMatch(text -> PARTICLE.matcher(text).find());
        assertThat(Stream.of("{seconds}초 뒤에", "{amount} 환불", "결제 {count}건", "{#is 'RETIRED'}이전 계정"))
                .noneMatch(text -> PARTICLE.matcher(text).find());
    }

    /// Whole sentences end as one speaks to a guest: 합니다, not 한다 and not 해요.
    @Test
    void sentencesArePolite() {
        korean().forEach((key, text) -> assertThat(text)
                .as(key)
                .doesNotContainPattern("(?<!니)다\\.")
                .doesNotContainPattern("(?<!세)(?<!십시)(?<!주세)요\\."));
    }

    @Test
    void templatesHaveNoTextOfTheirOwn() {
        assertThat(files(TEMPLATES)).isNotEmpty().allSatisfy(file -> assertThat(TemplateTexts.in(read(file)))
                .as(file.toString())
                .filteredOn(text -> !NAMES.contains(text))
                .isEmpty());
    }

    @Test
    void textsOfTemplatesAreFound() {
        assertThat(TemplateTexts.in("<p>{msg:x} paid</p><input placeholder=\"이름\"><b>{#if a}yes{/if}</b>"))
                .contains("paid", "이름", "yes");
        assertThat(TemplateTexts.in("{@a.B b}\n<p class=\"muted\">{msg:x(b.c)} · {b.d} 2 / 2</p>{! a note !}"))
                .isEmpty();
    }

    /// But for our own guides, which the build makes from Markdown.
    @Test
    void nothingIsWrittenUnescaped() {
        Pattern unescaped = Pattern.compile("\\.raw\\b|\\.safe\\b|RawString|\\{#raw|escape\\s*=\\s*false");
        assertThat(Stream.concat(files(TEMPLATES), files(MAIN.resolve("java")))
                        .filter(file ->
                                !Set.of("guide.html", "GuidePage.java").contains(String.valueOf(file.getFileName()))))
                .allSatisfy(file -> assertThat(read(file)).as(file.toString()).doesNotContainPattern(unescaped));
        korean().values().forEach(text -> assertThat(text).doesNotContain("<", "&lt;"));
        english().values().forEach(text -> assertThat(text).doesNotContain("<", "&lt;"));
    }

    /// Where a sentence is made of parts that no bundle can hold, and where an answer precedes all pages.
    @Test
    void codeSpeaksKoreanInFewPlaces() {
        assertThat(files(MAIN.resolve("java"))
                        .filter(file -> read(file)
                                .lines()
                                .filter(line -> !line.strip().startsWith("///"))
                                .anyMatch(line -> HANGUL.matcher(line).find()))
                        .map(file -> String.valueOf(file.getFileName())))
                .isSubsetOf(
                        "Format.java",
                        "PolicyText.java",
                        "Language.java",
                        "SameOriginFilter.java",
                        "RefundPage.java",
                        "Typed.java",
                        "Guide.java");
    }

    private static Set<String> parameters(String text) {
        return found(PARAMETER, text).stream()
                .map(each -> each.replaceAll("\\..*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map(MatchResult::group).toList();
    }

    /// Of all bundles: a key is of one.
    private static Map<String, String> english() {
        return Stream.of(
                        Messages.class,
                        HoursMessages.class,
                        AuditMessages.class,
                        ApprovalMessages.class,
                        ComparisonMessages.class,
                        CancellationMessages.class,
                        LetterMessages.class,
                        BatchMessages.class,
                        ResolutionMessages.class,
                        FrameMessages.class)
                .flatMap(bundle -> Arrays.stream(bundle.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(Message.class))
                .collect(Collectors.toMap(
                        method -> method.getName(),
                        method -> method.getAnnotation(Message.class).value(),
                        (one, other) -> {
                            throw new IllegalStateException("twice: " + one + ", " + other);
                        },
                        TreeMap::new));
    }

    private static Map<String, String> korean() {
        Properties texts = new Properties();
        for (String bundle : List.of(
                "msg",
                "hours",
                "audit",
                "approval",
                "compare",
                "cancellations",
                "letters",
                "batch",
                "resolution",
                "frame")) {
            try (Reader in = Files.newBufferedReader(MAIN.resolve("resources/messages/" + bundle + "_ko.properties"))) {
                texts.load(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        Map<String, String> all = new TreeMap<>();
        texts.stringPropertyNames().forEach(key -> all.put(key, texts.getProperty(key)));
        return all;
    }

    private static Stream<Path> files(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
