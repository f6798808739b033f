package com.coworkpay.kakaopay.check;

import com.coworkpay.kakaopay.simulator.Difference;
import com.coworkpay.kakaopay.simulator.Differences;
import com.coworkpay.kakaopay.simulator.Method;
import com.coworkpay.kakaopay.simulator.Recording;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// `kakaopay-check`: plays a payment at KakaoPay, the same at a simulator beside it, and says where they differ.
public final class KakaoPayCheck {
    private static final int AGREED = 0;
    private static final int DIFFERS = 1;
    private static final String NOTHING_IS_LEFT = "Nothing is left at KakaoPay: whatever was approved is cancelled.";

    private final CheckOptions options;
    private final Path folder;
    private final Consumer<String> say;

    private KakaoPayCheck(CheckOptions options, Path folder, Consumer<String> say) {
        this.options = options;
        this.folder = folder;
        this.say = say;
    }

    /// Plays all of it and prints what was found.
    ///
    /// @param folder where a recording without a name goes
    /// @return the exit code: 0 if all agree, 1 if not, or if not all of it could be played or given back
    /// @throws UsageException for a use that is refused
    public static int run(List<String> arguments, Path folder, Consumer<String> say) throws IOException {
        CheckOptions options = CheckOptions.parsed(arguments, say);
        return options == null ? AGREED : new KakaoPayCheck(options, folder, say).run();
    }

    private int run() throws IOException {
        say.accept("KakaoPay at " + options.baseUrl() + ", CID " + options.cid() + ", " + options.kind()
                + (options.unattended() == null ? "" : ", paid by itself"));
        Story story = Story.with(options.returnUrl(), options.once());
        String end = null;
        Map<String, Conversation.Step> observed;
        boolean isGivenBack;
        try (ReturnAddress back = options.unattended() == null ? new ReturnAddress(options.returnUrl()) : null;
                Conversation kakaoPay = new Conversation(
                        options.baseUrl(), options.key(), options.kind(), options.cid(), this::sayStep)) {
            Thread atTheEnd = Thread.ofPlatform().unstarted(() -> interrupted(kakaoPay));
            Runtime.getRuntime().addShutdownHook(atTheEnd);
            try {
                end = story.play(kakaoPay, payer(back));
            } catch (Conversation.StoppedException interrupted) {
                end = "it was interrupted";
            } finally {
                isGivenBack = giveBack(kakaoPay);
                removeHook(atTheEnd);
            }
            observed = new LinkedHashMap<>(kakaoPay.steps());
        }
        return report(observed, SimulatorRun.play(options, story, methodIn(observed)), end, isGivenBack);
    }

    private Payer payer(@Nullable ReturnAddress back) {
        Method alone = options.unattended();
        return alone != null || back == null
                ? Payer.atSimulator(alone == null ? Method.MONEY : alone)
                : new PersonWithPhone(back, options.timeout(), say);
    }

    /// After Ctrl-C nothing else is printed any more.
    private void interrupted(Conversation kakaoPay) {
        say.accept("Interrupted. What was approved is given back …");
        if (giveBack(kakaoPay)) {
            say.accept(NOTHING_IS_LEFT);
        }
    }

    private boolean giveBack(Conversation kakaoPay) {
        List<String> left = kakaoPay.stopAndGiveBack();
        for (String payment : left) {
            say.accept("COULD NOT BE GIVEN BACK, or not be looked up: " + payment
                    + ". It is test money; cancel it in KakaoPay's partner centre.");
        }
        return left.isEmpty();
    }

    private static void removeHook(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException endsAlready) {
            // The hook runs, and gives back what is left.
        }
    }

    private void sayStep(Conversation.Step step) {
        String answer = step.passed().status() == 0
                ? "no answer"
                : Integer.toString(step.passed().status());
        say.accept("  %-36s %s  %s".formatted(step.name(), answer, OutcomeText.of(step.outcome())));
    }

    /// The simulator beside it pays as the person did.
    private static Method methodIn(Map<String, Conversation.Step> observed) {
        Conversation.Step approve = observed.get("approve");
        JsonNode body =
                approve == null ? null : Redaction.parsed(approve.passed().body());
        return body != null && body.path("payment_method_type").asText().equals("CARD") ? Method.CARD : Method.MONEY;
    }

    private int report(
            Map<String, Conversation.Step> observed,
            Map<String, Conversation.Step> assumed,
            @Nullable String end,
            boolean isGivenBack)
            throws IOException {
        Recording recording = new RecordingWriter(options).of(observed, assumed);
        var table = new DifferenceTable(say);
        int differing = 0;
        for (Recording.Step step : recording.steps()) {
            List<Difference> differences = Differences.between(step.assumed(), step.observed());
            differing += differences.isEmpty() ? 0 : 1;
            table.add(step.name(), differences);
        }
        say.accept("");
        table.print();
        int compared = recording.steps().size();
        say.accept(
                differing == 0
                        ? "All " + compared + " answers are as assumed."
                        : (compared - differing) + " of " + compared + " answers are as assumed, " + differing
                                + " differ.");
        List<String> notPlayed = new ArrayList<>(assumed.keySet());
        notPlayed.removeAll(observed.keySet());
        if (end != null || !notPlayed.isEmpty()) {
            say.accept("Not all of it was played" + (end == null ? "" : ", as " + end) + ". Missing: "
                    + String.join("; ", notPlayed));
        }
        if (isGivenBack) {
            say.accept(NOTHING_IS_LEFT);
        }
        Path file = options.recording() == null ? folder.resolve(fileName()) : folder.resolve(options.recording());
        RecordingWriter.write(recording, file);
        say.accept("Recording: " + file);
        return differing == 0 && end == null && notPlayed.isEmpty() && isGivenBack ? AGREED : DIFFERS;
    }

    private static String fileName() {
        return "kakaopay-recording-"
                + DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").format(LocalDateTime.now(ZoneOffset.UTC)) + ".json";
    }
}
