package com.coworkpay.checks.docs.words;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.checks.docs.Repository;
import com.coworkpay.checks.docs.words.DeclaredNames.Member;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

    /// A word that no member, no parameter and nothing in a database is named after, and what to say instead.
    private static final Map<String, String> OF_MEMBERS = Map.ofEntries(
            Map.entry("told", "published, or stated"),
            Map.entry("tell", "publish, or report"),
            Map.entry("tells", "publishes, or reports"),
            Map.entry("telling", "publisher, or report"),
            Map.entry("heard", "received"),
            Map.entry("hear", "consume"),
            Map.entry("hears", "consumes"),
            Map.entry("wish", "request"),
            Map.entry("wishes", "requests"),
            Map.entry("verdict", "result, or decision"),
            Map.entry("verdicts", "results, or decisions"),
            Map.entry("patience", "timeout, or retry"),
            Map.entry("keeper", "supervisor"),
            Map.entry("keepers", "supervisors"),
            Map.entry("seen", "evidence, observed, or visited"),
            Map.entry("saw", "evidence, or observed"),
            Map.entry("judge", "classify, or check"),
            Map.entry("judgement", "status, or decision"),
            Map.entry("judgements", "statuses, or decisions"),
            Map.entry("surplus", "overpaid, or overpayment"),
            Map.entry("attention", "manual review"),
            Map.entry("twin", "duplicate"),
            Map.entry("twins", "duplicates"),
            Map.entry("tidy", "clean up"),
            Map.entry("look", "inquiry, or check"),
            Map.entry("looked", "checked"),
            Map.entry("looks", "inquiries, or checks"),
            Map.entry("words", "messages, or texts"),
            Map.entry("standing", "snapshot"),
            Map.entry("trouble", "fault"),
            Map.entry("former", "retired"),
            Map.entry("away", "unavailable, or outage"),
            Map.entry("anew", "again"));

    /// How a limit's name begins.
    private static final Map<String, String> OF_CONSTANTS =
            Map.of("most", "max", "longest", "max", "least", "min", "shortest", "min");

    private static final Pattern SQL_COMMENT_OR_TEXT = Pattern.compile("--[^\n]*|'(?:[^']|'')*'");
    private static final Pattern SQL_NAME = Pattern.compile("[a-z_][a-z0-9_]*", Pattern.CASE_INSENSITIVE);

    private static final DeclaredNames NAMES = DeclaredNames.ofThePrograms();

    @Test
    void noTypeIsNamedByARetiredWord() {
        assertThat(NAMES.types()).hasSizeGreaterThan(500);
        assertThat(retired(NAMES.types(), OF_TYPES)).isEmpty();
    }

    @Test
    void noMemberAndNoParameterIsNamedByARetiredWord() {
        assertThat(NAMES.members()).hasSizeGreaterThan(5000);
        assertThat(NAMES.members().stream()
                        .filter(member ->
                                !retired(List.of(member.name()), OF_MEMBERS).isEmpty())
                        .map(Member::toString)
                        .distinct())
                .isEmpty();
    }

    @Test
    void noConstantIsNamedByASuperlative() {
        assertThat(NAMES.members().stream().filter(RetiredWordsTest::isSuperlative))
                .isEmpty();
        assertThat(isSuperlative(new Member("m", "T", "LEAST_TOTAL_KRW"))).isTrue();
        assertThat(isSuperlative(new Member("m", "T", "leastTotal"))).isFalse();
    }

    /// Tables, columns, constraints, indexes, functions, their parameters and variables.
    @Test
    void nothingInADatabaseIsNamedByARetiredWord() {
        List<Path> migrations = Repository.files(Repository.ROOT, ".sql").stream()
                .filter(file -> file.toString().contains("/src/main/resources/db/"))
                .toList();
        assertThat(migrations.stream().map(Repository::moduleOf)).contains("platform/outbox", "payment-service");
        Map<String, Set<String>> found = new TreeMap<>();
        for (Path migration : migrations) {
            Set<String> names =
                    retired(sqlNames(Repository.read(migration)), OF_MEMBERS).keySet();
            if (!names.isEmpty()) {
                found.put(Repository.ROOT.relativize(migration).toString(), names);
            }
        }
        assertThat(found).isEmpty();
    }

    @Test
    void namesInSqlAreFoundBesideCommentsAndTexts() {
        assertThat(sqlNames("create table Shop ( -- never told\n look_at text default 'it''s seen')"))
                .containsExactly("create", "table", "Shop", "look_at", "text", "default");
    }

    @Test
    void namesAreSplitIntoTheirWords() {
        assertThat(DeclaredNames.words("KakaoPayVATRule")).containsExactly("kakao", "pay", "vat", "rule");
        assertThat(DeclaredNames.words("MAX_TOTAL_KRW")).containsExactly("max", "total", "krw");
        assertThat(retired(List.of("Told", "ToldBy", "Toldo", "Total"), OF_TYPES)
                        .keySet())
                .containsExactly("Told", "ToldBy");
    }

    private static boolean isSuperlative(Member member) {
        String name = member.name();
        return name.equals(name.toUpperCase(Locale.ROOT))
                && OF_CONSTANTS.containsKey(DeclaredNames.words(name).getFirst());
    }

    private static List<String> sqlNames(String sql) {
        return SQL_NAME.matcher(SQL_COMMENT_OR_TEXT.matcher(sql).replaceAll(" "))
                .results()
                .map(MatchResult::group)
                .toList();
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
