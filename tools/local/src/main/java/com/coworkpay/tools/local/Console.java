package com.coworkpay.tools.local;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// What the commands print: plain text, with colours on a terminal only.
public final class Console {
    private static final String ESCAPE = "\u001b[";

    private final PrintStream out;
    private final boolean colours;

    public Console(PrintStream out, boolean colours) {
        this.out = out;
        this.colours = colours;
    }

    /// The program's own output. Colours need a terminal and no `NO_COLOR` (no-color.org).
    public static Console standard() {
        boolean colours = System.console() != null
                && System.console().isTerminal()
                && System.getenv("NO_COLOR") == null
                && !"dumb".equals(System.getenv("TERM"));
        return new Console(new PrintStream(System.out, true, StandardCharsets.UTF_8), colours);
    }

    public synchronized void say(String line) {
        out.println(line);
    }

    public String good(String text) {
        return coloured("32", text);
    }

    public String bad(String text) {
        return coloured("31", text);
    }

    public String strong(String text) {
        return coloured("1", text);
    }

    public String faint(String text) {
        return coloured("2", text);
    }

    private String coloured(String code, String text) {
        return colours ? ESCAPE + code + "m" + text + ESCAPE + "0m" : text;
    }
}
