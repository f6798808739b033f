package com.coworkpay.kakaopay.check;

import static picocli.CommandLine.Help.Visibility.NEVER;

import com.coworkpay.kakaopay.connector.Credential;
import com.coworkpay.kakaopay.connector.CredentialKind;
import com.coworkpay.kakaopay.connector.KakaoPaySettings;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.platform.secret.SecretText;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/// The options of `kakaopay-check`.
///
/// @param returnUrl where KakaoPay sends the payer's browser back to; its domain has to be registered
/// @param recording where the recording goes; null: a name with the time, in the folder the command was called in
/// @param unattended pays by itself at a simulator; null: a person pays
/// @param once leaves out the second payment, at which wrong approvals are tried
/// @param timeout how long a person has for one payment
record CheckOptions(
        SecretText key,
        CredentialKind kind,
        String cid,
        URI baseUrl,
        URI returnUrl,
        @Nullable Path recording,
        @Nullable Method unattended,
        boolean once,
        Duration timeout) {

    /// KakaoPay's test CIDs. No option adds to them: the check moves test money only.
    private static final Set<String> TEST_CIDS = Set.of("TC0ONETIME", "TCSUBSCRIP", "TCSEQUENCE");

    private static final String ONE_TIME = "TC0ONETIME";
    private static final int MAX_MINUTES = 14;

    private static final Pattern LONG_WORD = Pattern.compile("([!-&(-~]{4})[!-&(-~]{17,}");

    /// The options as they are written.
    @Command(
            name = "./coworkpay kakaopay-check",
            sortOptions = false,
            showDefaultValues = true,
            description = "Pays test money at the real KakaoPay with a development key, gives it back, and shows each"
                    + " answer that is not as assumed; leaves a recording.")
    private static final class Arguments {
        @Option(
                names = "--key-file",
                required = true,
                paramLabel = "FILE",
                showDefaultValue = NEVER,
                description = "holds the key alone")
        Path keyFile = Path.of("");

        @Option(
                names = "--cid",
                required = true,
                paramLabel = "CID",
                showDefaultValue = NEVER,
                description = "KakaoPay's test CID")
        String cid = "";

        @Option(names = "--kind", paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
        CredentialKind kind = CredentialKind.SECRET_KEY;

        @Option(names = "--base-url", paramLabel = "URL", description = "KakaoPay's own unless given")
        @Nullable
        String baseUrl;

        @Option(
                names = "--return-url",
                paramLabel = "URL",
                description = "where KakaoPay sends the browser back; register it")
        String returnUrl = "http://localhost:8765/";

        @Option(names = "--recording", paramLabel = "FILE")
        @Nullable
        Path recording;

        @Option(names = "--minutes", paramLabel = "N", description = "that a person has for one payment")
        int minutes = MAX_MINUTES;

        @Option(names = "--once", description = "without the second payment, at which wrong approvals are tried")
        boolean once;

        @Option(
                names = "--unattended",
                paramLabel = "METHOD",
                description = "${COMPLETION-CANDIDATES}: pay by itself, at a simulator on this machine only")
        @Nullable
        Method unattended;

        @Option(names = "--help", usageHelp = true, description = "this text")
        boolean help;
    }

    /// Null if only the usage was asked for, which is then said.
    static @Nullable CheckOptions parsed(List<String> arguments, Consumer<String> say) {
        var given = new Arguments();
        var command = new CommandLine(given).setUnmatchedOptionsAllowedAsOptionParameters(false);
        try {
            command.parseArgs(arguments.toArray(String[]::new));
        } catch (ParameterException wrong) {
            throw new UsageException(shown(String.valueOf(wrong.getMessage())) + "\n" + command.getUsageMessage());
        }
        if (given.help) {
            say.accept(command.getUsageMessage());
            return null;
        }
        checkCid(given.cid);
        String baseUrl = given.baseUrl;
        URI base = baseUrl == null ? baseOf(given.kind) : url("--base-url", baseUrl.replaceAll("/+$", ""));
        checkBase(base);
        if (given.unattended != null && !isThisMachine(base)) {
            throw new UsageException("--unattended pays at a simulator on this machine only; " + base.getHost()
                    + " is another one. A person pays at KakaoPay.");
        }
        if (given.minutes < 1 || given.minutes > MAX_MINUTES) {
            throw new UsageException(
                    "--minutes needs a number from 1 to " + MAX_MINUTES + ": KakaoPay gives a payer fifteen minutes.");
        }
        return new CheckOptions(
                key(given.keyFile, given.kind),
                given.kind,
                given.cid,
                base,
                url("--return-url", given.returnUrl),
                given.recording,
                given.unattended,
                given.once,
                Duration.ofMinutes(given.minutes));
    }

    private static URI baseOf(CredentialKind kind) {
        return kind == CredentialKind.SECRET_KEY ? KakaoPaySettings.CURRENT_API : KakaoPaySettings.LEGACY_API;
    }

    private static void checkCid(String cid) {
        if (!TEST_CIDS.contains(cid)) {
            throw new UsageException("'" + shown(cid) + "' is none of KakaoPay's test CIDs "
                    + TEST_CIDS.stream().sorted().toList()
                    + ". This command pays and cancels: it runs with test money only.");
        }
        if (!cid.equals(ONE_TIME)) {
            throw new UsageException(cid + " is for payments that CoworkPay does not make. Use " + ONE_TIME + ".");
        }
    }

    private static void checkBase(URI base) {
        try {
            KakaoPaySettings.of(base, base);
        } catch (IllegalArgumentException refused) {
            throw new UsageException("--base-url must be an https address; http is for this machine only.");
        }
    }

    /// The key stands in a file, so that it is in no history and no list of processes.
    private static SecretText key(Path file, CredentialKind kind) {
        String text;
        try {
            text = Files.readString(file, StandardCharsets.UTF_8).strip();
        } catch (IOException unreadable) {
            throw new UsageException("The key file " + file + " cannot be read.");
        }
        if (!Pattern.matches(Credential.KEY_PATTERN, text)) {
            throw new UsageException("The key file " + file + " must hold the key and nothing else, in one line.");
        }
        if (kind == CredentialKind.SECRET_KEY && text.toUpperCase(Locale.ROOT).startsWith("PRD")) {
            throw new UsageException(
                    "The key in " + file + " is one for production (PRD…). Use a development key (DEV…).");
        }
        return SecretText.of(text);
    }

    static boolean isThisMachine(URI url) {
        String host = String.valueOf(url.getHost());
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private static URI url(String option, String text) {
        try {
            URI url = URI.create(text);
            if (url.getHost() != null && List.of("http", "https").contains(String.valueOf(url.getScheme()))) {
                return url;
            }
        } catch (IllegalArgumentException noUrl) {
            // Said below.
        }
        throw new UsageException(option + " needs an address that begins with http:// or https://.");
    }

    /// Somebody may have argued a key where it does not belong: it is not shown again.
    private static String shown(String text) {
        return LONG_WORD.matcher(text).replaceAll("$1…");
    }
}
