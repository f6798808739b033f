package com.coworkpay.local;

import com.coworkpay.local.stack.StackException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// What `./coworkpay` runs: `up` or `demo`, in the checkout named by the system property `coworkpay.root`.
public final class Main {
    private static final int WRONG_USE = 64;

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        var console = Console.standard();
        List<String> words = Arrays.asList(arguments);
        var root = Path.of(System.getProperty("coworkpay.root", ".")).toRealPath();
        try {
            System.exit(run(words, root, console));
        } catch (StackException reason) {
            console.say(console.bad("Not running: ") + reason.getMessage());
            System.exit(1);
        } catch (WrongUseException wrongUse) {
            console.say(wrongUse.sentence());
            System.exit(WRONG_USE);
        }
    }

    private static int run(List<String> words, Path root, Console console) throws Exception {
        return switch (words.isEmpty() ? "" : words.getFirst()) {
            case "up" -> Up.run(UpOptions.parsed(words.subList(1, words.size())), root, console);
            case "demo" -> com.coworkpay.local.demo.Demo.run(root, console);
            default -> throw new WrongUseException("usage: up [--fresh] [--port N] | demo");
        };
    }
}
