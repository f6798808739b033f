package com.coworkpay.platform.deadletters;

import com.coworkpay.platform.problem.ProblemType;
import java.util.Locale;

/// Why something cannot be done about a dead letter.
enum DeadLetterProblem implements ProblemType {
    /// It was replayed, or is being replayed.
    DEAD_LETTER_NOT_OPEN(409),
    /// It was cut, and its topic has the whole no more.
    DEAD_LETTER_GONE(409),
    /// It is of a topic that this service does not consume.
    DEAD_LETTER_OF_NO_TOPIC(409);

    private final int status;

    DeadLetterProblem(int status) {
        this.status = status;
    }

    @Override
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String bundle() {
        return "problems/dead-letter";
    }
}
