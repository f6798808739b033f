package com.coworkpay.local.demo;

import com.coworkpay.local.Console;
import java.nio.file.Path;

/// `./coworkpay demo`.
public final class Demo {
    private Demo() {}

    public static int run(Path root, Console console) {
        console.say("not yet " + root);
        return 1;
    }
}
