package com.coworkpay.platform.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCursorTest {

    private static final String QUESTION = PageCursor.question("payments", "gangnam", null, List.of("A", "B"));

    @Test
    void comesBackAsItWas() {
        Random random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            Instant at = Instant.ofEpochSecond(random.nextLong(253_000_000_000L))
                    .plus(random.nextInt(999_999), ChronoUnit.MICROS);
            var place = new PageCursor.InTime(at, new UUID(random.nextLong(), random.nextLong()));
            assertThat(PageCursor.InTime.of(place.cursor(QUESTION), QUESTION)).isEqualTo(place);
        }
        assertThat(PageCursor.InTime.of(null, QUESTION)).isNull();
    }

    @Test
    void whatWasChangedIsNoCursor() {
        byte[] bytes = Base64.getUrlDecoder()
                .decode(new PageCursor.InTime(Instant.parse("2026-01-01T00:00:00Z"), new UUID(1, 2)).cursor(QUESTION));
        for (int at = 0; at < bytes.length; at++) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            refused(Base64.getUrlEncoder().withoutPadding().encodeToString(changed), QUESTION);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "x", "가", "AAAA", "AAAAAAAAAAA", "=", "....", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void anyTextIsNoCursorAndNoFault(String text) {
        refused(text, QUESTION);
    }

    @Test
    void ofAnotherQuestionIsRefused() {
        String cursor = new PageCursor.InTime(Instant.EPOCH, new UUID(1, 2)).cursor(QUESTION);
        for (String other : List.of(
                PageCursor.question("refunds", "gangnam", null, List.of("A", "B")),
                PageCursor.question("payments", "hongdae", null, List.of("A", "B")),
                PageCursor.question("payments", "gangnam", "null", List.of("A", "B")),
                PageCursor.question("payments", "gangnam", null, List.of("A")))) {
            refused(cursor, other);
        }
    }

    /// Of another kind of list, and of a time that no database has.
    @Test
    void ofAnotherPlaceIsRefused() {
        refused(PageCursor.write(new byte[] {1, 2, 3}, QUESTION), QUESTION);
        refused(
                new PageCursor.InTime(Instant.parse("-9999-01-01T00:00:00Z"), new UUID(1, 2)).cursor(QUESTION),
                QUESTION);
        refused(PageCursor.write(new byte[0], QUESTION), QUESTION);
    }

    @Test
    void noPartPassesForAnother() {
        List<String> questions = new ArrayList<>();
        questions.add(PageCursor.question("a", "b"));
        questions.add(PageCursor.question("a\n1:b"));
        questions.add(PageCursor.question("ab"));
        questions.add(PageCursor.question("a", "b", null));
        questions.add(PageCursor.question("a", "b", ""));
        assertThat(questions).doesNotHaveDuplicates();
    }

    private static void refused(String cursor, String question) {
        assertThatThrownBy(() -> PageCursor.InTime.of(cursor, question))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.type()).isEqualTo(CommonProblem.INVALID_CURSOR);
                    assertThat(problem.field()).isEqualTo("cursor");
                });
    }
}
