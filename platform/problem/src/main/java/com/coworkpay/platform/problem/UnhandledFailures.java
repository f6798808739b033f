package com.coworkpay.platform.problem;

import java.util.Arrays;
import org.jboss.logging.Logger;

/// What is left when a failure is nobody's declared problem. The log gets all of it, the caller one of two words.
final class UnhandledFailures {

    private static final Logger LOG = Logger.getLogger(UnhandledFailures.class);

    private UnhandledFailures() {}

    static Problem problemOf(Throwable failure) {
        if (Unavailability.isMeantBy(failure)) {
            LOG.warnf("A request was answered with 503: %s", messagesOf(failure));
            return Problem.of(CommonProblem.UNAVAILABLE);
        }
        LOG.error("A request failed", failure);
        return Problem.of(CommonProblem.INTERNAL);
    }

    /// The common problem for a status of the framework's own.
    static CommonProblem typeOf(int status) {
        return Arrays.stream(CommonProblem.values())
                .filter(problem -> problem.status() == status)
                .findFirst()
                .orElse(status < 500 ? CommonProblem.INVALID_REQUEST : CommonProblem.INTERNAL);
    }

    /// Class names of the chain: enough to see what is away, without a stack trace for every request of an outage.
    private static String messagesOf(Throwable failure) {
        StringBuilder words = new StringBuilder(failure.getClass().getName());
        Throwable cause = failure.getCause();
        for (int depth = 0; cause != null && depth < 5; depth++) {
            words.append(" < ").append(cause.getClass().getName());
            cause = cause.getCause();
        }
        return words.toString();
    }
}
