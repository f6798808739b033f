package com.coworkpay.refund.domain;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a refund above its location's limit needs before it is sent, and what people have answered.
///
/// @param needed how many persons have to approve it, none of them the one who asked
/// @param limitKrw the limit that it is above, in whole won
/// @param limitVersion the version of the location that had this limit
/// @param expiresAt from then on it counts as failed
/// @param answers oldest first; only ever added to
public record Approval(int needed, long limitKrw, long limitVersion, Instant expiresAt, List<Answer> answers) {

    /// What a person answered. An expired one has no answer.
    public enum AnswerKind {
        APPROVED,
        DECLINED,
        /// By the one who asked.
        WITHDRAWN
    }

    /// @param by the subject of their token
    /// @param note for colleagues
    public record Answer(
            AnswerKind kind,
            String by,
            Instant at,
            @Nullable String note) {}

    public Approval {
        answers = List.copyOf(answers);
    }

    public boolean isApprovedBy(String person) {
        return answers.stream()
                .anyMatch(answer ->
                        answer.kind() == AnswerKind.APPROVED && answer.by().equals(person));
    }

    public int given() {
        return (int) answers.stream()
                .filter(answer -> answer.kind() == AnswerKind.APPROVED)
                .count();
    }

    public Approval with(Answer answer) {
        return new Approval(
                needed,
                limitKrw,
                limitVersion,
                expiresAt,
                Stream.concat(answers.stream(), Stream.of(answer)).toList());
    }
}
