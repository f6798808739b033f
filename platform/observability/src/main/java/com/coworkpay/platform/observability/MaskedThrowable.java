package com.coworkpay.platform.observability;

import org.jspecify.annotations.Nullable;

/// Stands in the log for a throwable whose message holds a secret: the same class name, stack and causes, the message
/// masked.
final class MaskedThrowable extends Throwable {

    private static final int DEEPEST_CAUSE = 20;

    private MaskedThrowable(Throwable original, @Nullable Throwable cause) {
        super(LogMask.in(original.toString()), cause, true, true);
        setStackTrace(original.getStackTrace());
    }

    static boolean isNeededFor(Throwable thrown) {
        Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST_CAUSE; depth++) {
            String message = cause.getMessage();
            if (message != null && !LogMask.in(message).equals(message)) {
                return true;
            }
            for (Throwable suppressed : cause.getSuppressed()) {
                if (suppressed != thrown && isNeededFor(suppressed)) {
                    return true;
                }
            }
            cause = cause.getCause();
        }
        return false;
    }

    static MaskedThrowable of(Throwable thrown) {
        return of(thrown, 0);
    }

    /// Suppressed ones are left out: they are rare, and the log must not carry what was not looked at.
    private static MaskedThrowable of(Throwable thrown, int depth) {
        Throwable cause = thrown.getCause();
        return new MaskedThrowable(thrown, cause == null || depth >= DEEPEST_CAUSE ? null : of(cause, depth + 1));
    }

    /// The message begins with the original's class already.
    @Override
    public String toString() {
        return String.valueOf(getMessage());
    }
}
