package com.coworkpay.platform.deadletters;

import com.coworkpay.platform.outbox.DeadLetterKind;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.PageCursor;
import com.coworkpay.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Lists dead letters, and does what a person wants done about one.
@ApplicationScoped
class ManageLetters {
    private final DeadLetterStore letters;
    private final LetterActionStore actions;
    private final ReplayLetter replayLetter;

    ManageLetters(DeadLetterStore letters, LetterActionStore actions, ReplayLetter replayLetter) {
        this.letters = letters;
        this.actions = actions;
        this.replayLetter = replayLetter;
    }

    Uni<DeadLetterPageResponse> page(
            @Nullable LetterStatus status,
            @Nullable String topic,
            @Nullable DeadLetterKind kind,
            @Nullable String cursor,
            int limit) {
        String question = PageCursor.question("dead letters", status, topic, kind);
        return letters.page(status, topic, kind, PageCursor.InTime.of(cursor, question), limit + 1)
                .map(found -> {
                    List<DeadLetter> shown = found.subList(0, Math.min(limit, found.size()));
                    return new DeadLetterPageResponse(
                            shown.stream().map(DeadLetterResponse::of).toList(),
                            found.size() > limit
                                    ? new PageCursor.InTime(
                                                    shown.getLast().receivedAt(),
                                                    shown.getLast().id())
                                            .cursor(question)
                                    : null);
                });
    }

    Uni<DeadLetterDetailsResponse> details(UUID id) {
        return found(id).chain(letter -> letters.contents(id)
                .chain(row -> letters.actions(id).map(done -> DeadLetterDetailsResponse.of(letter, row, done))));
    }

    Uni<DeadLetterDetailsResponse> replay(Intention intention) {
        return found(intention.letterId())
                .chain(letter -> replayLetter.replay(letter, intention))
                .chain(() -> details(intention.letterId()));
    }

    /// Again: changes nothing.
    Uni<DeadLetterDetailsResponse> dismiss(Intention intention) {
        return found(intention.letterId())
                .chain(() -> actions.dismiss(intention))
                .chain(() -> details(intention.letterId()))
                .invoke(letter -> {
                    if (letter.deadLetter().status() != LetterStatus.DISMISSED) {
                        throw ProblemException.of(DeadLetterProblem.DEAD_LETTER_NOT_OPEN);
                    }
                });
    }

    Uni<DeadLetterDetailsResponse> note(Intention intention) {
        return found(intention.letterId())
                .chain(() -> actions.note(intention))
                .chain(() -> details(intention.letterId()));
    }

    private Uni<DeadLetter> found(UUID id) {
        return letters.find(id).map(found -> found.orElseThrow(() -> ProblemException.of(CommonProblem.NOT_FOUND)));
    }
}
