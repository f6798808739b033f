package com.coworkpay.integration;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/// Everything that is logged meanwhile, our own packages at every level.
final class CapturedLog extends Handler {

    private static final Logger ROOT = Logger.getLogger("");
    private static final Logger OURS = Logger.getLogger("com.coworkpay");

    private final StringBuffer text = new StringBuffer();
    private final Level before = OURS.getLevel();

    void start() {
        setLevel(Level.ALL);
        OURS.setLevel(Level.ALL);
        ROOT.addHandler(this);
    }

    void stop() {
        ROOT.removeHandler(this);
        OURS.setLevel(before);
    }

    String text() {
        return text.toString();
    }

    @Override
    public void publish(LogRecord entry) {
        ExtLogRecord whole = ExtLogRecord.wrap(entry);
        text.append(whole.getFormattedMessage())
                .append(' ')
                .append(whole.getMdcCopy())
                .append('\n');
        if (entry.getThrown() != null) {
            var trace = new StringWriter();
            entry.getThrown().printStackTrace(new PrintWriter(trace));
            text.append(trace);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
