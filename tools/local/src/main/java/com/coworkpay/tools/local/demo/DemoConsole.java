package com.coworkpay.tools.local.demo;

import com.coworkpay.tools.local.Console;

/// Prints the demo: numbered steps, what happened in each with its ids, and that it went as it must.
final class DemoConsole {
    private final Console console;
    private int step;

    DemoConsole(Console console) {
        this.console = console;
    }

    void step(String title, Runnable play) {
        step++;
        console.say("\n" + console.strong(step + ". " + title));
        play.run();
        console.say("   " + console.good("as it must be"));
    }

    void line(String what, Object value) {
        console.say("   %-16s %s".formatted(what, value));
    }

    int steps() {
        return step;
    }
}
