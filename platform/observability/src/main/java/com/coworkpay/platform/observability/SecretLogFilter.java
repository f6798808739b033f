package com.coworkpay.platform.observability;

import io.quarkus.logging.LoggingFilter;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtLogRecord;

/// Masks every line before a handler writes it, whoever logged it: our code, the framework, a driver. Attached to
/// console and file by this library's configuration; a handler of another kind has to name it as well.
@LoggingFilter(name = SecretLogFilter.NAME)
public final class SecretLogFilter implements Filter {

    static final String NAME = "coworkpay-mask";

    @Override
    public boolean isLoggable(LogRecord entry) {
        maskMessage(entry);
        Throwable thrown = entry.getThrown();
        if (thrown != null && MaskedThrowable.isNeededFor(thrown)) {
            entry.setThrown(MaskedThrowable.of(thrown));
        }
        return true;
    }

    /// Parameters are put into their places first: a secret may be one of them.
    private static void maskMessage(LogRecord entry) {
        if (!(entry instanceof ExtLogRecord line)) {
            entry.setMessage(LogMask.inNullable(entry.getMessage()));
            return;
        }
        String written = line.getFormattedMessage();
        if (written == null) {
            return;
        }
        String masked = LogMask.in(written);
        if (!masked.equals(written)) {
            line.setMessage(masked, ExtLogRecord.FormatStyle.NO_FORMAT);
            line.setParameters(null);
        }
    }
}
