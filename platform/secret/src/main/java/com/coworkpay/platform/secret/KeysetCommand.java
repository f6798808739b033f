package com.coworkpay.platform.secret;

import java.io.PrintStream;
import java.nio.file.Path;

/// Keysets from the command line, for operators: `new`, `new-signing`, `list`, `add`, `promote`, `remove`. Prints ids
/// of keys, never
/// keys.
public final class KeysetCommand {

    private static final String USAGE = "use: new|new-signing|list|add <file>, promote|remove <file> <key id>";

    private KeysetCommand() {}

    public static void main(String[] arguments) {
        System.exit(run(System.out, System.err, arguments));
    }

    /// @return the exit code: 0 done, 1 refused, 2 not understood
    static int run(PrintStream out, PrintStream err, String... arguments) {
        try {
            String done =
                    switch (arguments) {
                        case String[] a when a.length == 2 -> withFile(a[0], Path.of(a[1]));
                        case String[] a
                        when a.length == 3 -> withKey(a[0], Path.of(a[1]), Integer.parseUnsignedInt(a[2]));
                        default -> throw new IllegalArgumentException(USAGE);
                    };
            out.println(done);
            return 0;
        } catch (KeysetException e) {
            err.println(e.getMessage());
            return 1;
        } catch (IllegalArgumentException _) {
            err.println(USAGE);
            return 2;
        }
    }

    private static String withFile(String command, Path file) {
        switch (command) {
            case "new" -> Sealer.newKeysetFile(file);
            case "new-signing" -> Signer.newKeysetFile(file);
            case "add" -> {
                return "added key " + Integer.toUnsignedString(Keysets.addKey(file)) + "; it "
                        + Keysets.useOf(file).doesNotYet();
            }
            case "list" -> {}
            default -> throw new IllegalArgumentException(command);
        }
        return Keysets.describe(file);
    }

    private static String withKey(String command, Path file, int keyId) {
        switch (command) {
            case "promote" -> Keysets.promote(file, keyId);
            case "remove" -> Keysets.removeKey(file, keyId);
            default -> throw new IllegalArgumentException(command);
        }
        return Keysets.describe(file);
    }
}
