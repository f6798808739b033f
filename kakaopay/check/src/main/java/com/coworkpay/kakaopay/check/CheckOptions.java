package com.coworkpay.kakaopay.check;

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
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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

    static final String USAGE = """
            Usage: ./coworkpay kakaopay-check --key-file FILE --cid CID [--kind SECRET_KEY|ADMIN_KEY] [--base-url URL]
                       [--return-url URL] [--recording FILE] [--minutes N] [--once] [--unattended MONEY|CARD]""";

    /// KakaoPay's test CIDs. No option adds to them: the check moves test money only.
    private static final Set<String> TEST_CIDS = Set.of("TC0ONETIME", "TCSUBSCRIP", "TCSEQUENCE");

    private static final String ONE_TIME = "TC0ONETIME";
    private static final URI RETURN_URL = URI.create("http://localhost:8765/");
    private static final int MAX_MINUTES = 14;

    static CheckOptions parsed(List<String> arguments) {
        String keyFile = null;
        String cid = null;
        String baseUrl = null;
        var kind = CredentialKind.SECRET_KEY;
        var returnUrl = RETURN_URL;
        Path recording = null;
        Method unattended = null;
        boolean once = false;
        int minutes = MAX_MINUTES;
        for (Iterator<String> rest = arguments.iterator(); rest.hasNext(); ) {
            String word = rest.next();
            switch (word) {
                case "--key-file" -> keyFile = value(word, rest);
                case "--cid" -> cid = value(word, rest);
                case "--kind" -> kind = constant(CredentialKind.class, word, value(word, rest));
                case "--base-url" -> baseUrl = value(word, rest);
                case "--return-url" -> returnUrl = url(word, value(word, rest));
                case "--recording" -> recording = Path.of(value(word, rest));
                case "--minutes" -> minutes = number(word, value(word, rest));
                case "--once" -> once = true;
                case "--unattended" -> unattended = constant(Method.class, word, value(word, rest));
                default -> throw new UsageException("kakaopay-check does not know '" + shown(word) + "'.\n" + USAGE);
            }
        }
        if (keyFile == null || cid == null) {
            throw new UsageException("--key-file and --cid are needed.\n" + USAGE);
        }
        checkCid(cid);
        URI base = baseUrl == null ? baseOf(kind) : url("--base-url", baseUrl.replaceAll("/+$", ""));
        checkBase(base);
        if (unattended != null && !isThisMachine(base)) {
            throw new UsageException("--unattended pays at a simulator on this machine only; " + base.getHost()
                    + " is another one. A person pays at KakaoPay.");
        }
        SecretText key = key(Path.of(keyFile), kind);
        return new CheckOptions(
                key, kind, cid, base, returnUrl, recording, unattended, once, Duration.ofMinutes(minutes));
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

    private static String value(String option, Iterator<String> rest) {
        if (!rest.hasNext()) {
            throw new UsageException(option + " needs a value.\n" + USAGE);
        }
        return rest.next();
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

    private static int number(String option, String text) {
        if (text.matches("\\d{1,2}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MAX_MINUTES) {
            return Integer.parseInt(text);
        }
        throw new UsageException(
                option + " needs a number from 1 to " + MAX_MINUTES + ": KakaoPay gives a payer fifteen minutes.");
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String option, String text) {
        try {
            return Enum.valueOf(type, text);
        } catch (IllegalArgumentException unknown) {
            throw new UsageException(option + " needs one of " + List.of(type.getEnumConstants()) + ".");
        }
    }

    /// Somebody may have argued a key where it does not belong: it is not shown again.
    private static String shown(String word) {
        return word.length() > 20 ? word.substring(0, 4) + "…" : word;
    }
}
