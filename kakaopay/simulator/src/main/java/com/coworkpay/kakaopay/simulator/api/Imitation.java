package com.coworkpay.kakaopay.simulator.api;

import com.coworkpay.kakaopay.simulator.Difference;
import com.coworkpay.kakaopay.simulator.Difference.Kind;
import com.coworkpay.kakaopay.simulator.Differences;
import com.coworkpay.kakaopay.simulator.Endpoint;
import com.coworkpay.kakaopay.simulator.Recording;
import com.coworkpay.kakaopay.simulator.Recording.Said;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Answers as a recording shows it: refusals with the recorded status, code and text, successes with the recorded
/// fields, types and nulls. What is decided stays the engine's own.
final class Imitation {
    private static final Set<Kind> FORMS =
            EnumSet.of(Kind.MISSING, Kind.ADDED, Kind.NULL_NOT_ABSENT, Kind.ABSENT_NOT_NULL, Kind.NULL, Kind.TYPE);

    private volatile List<Recording.Step> steps = List.of();

    /// The names of the steps that cannot be imitated: KakaoPay took what this simulator refuses, or the other way
    /// round.
    List<String> of(Recording recording) {
        steps = recording.steps();
        return steps.stream()
                .filter(step -> step.assumed().done() != step.observed().done()
                        || step.observed().body() == null)
                .map(Recording.Step::name)
                .toList();
    }

    void forget() {
        steps = List.of();
    }

    Answer refusal(Generation generation, @Nullable Endpoint call, Answer ours) {
        Recording.Step exact = null;
        Recording.Step similar = null;
        var said = new Said(ours.status(), "", ours.body(), "");
        for (Recording.Step step : steps) {
            if (step.call() == call
                    && fits(step, generation)
                    && !step.observed().done()
                    && step.observed().body() instanceof ObjectNode
                    && Objects.equals(step.assumed().code(), said.code())) {
                similar = similar == null ? step : similar;
                exact = exact == null && Objects.equals(step.assumed().message(), said.message()) ? step : exact;
            }
        }
        if (exact != null) {
            return answer(exact.observed(), (ObjectNode)
                    Objects.requireNonNull(exact.observed().body()).deepCopy());
        }
        return similar == null ? ours : answer(similar.observed(), ours.body());
    }

    /// A field at fault is named by our own text; status and code are KakaoPay's.
    private static Answer answer(Said observed, ObjectNode body) {
        Integer code = observed.code();
        if (code != null) {
            body.put(body.has("error_code") ? "error_code" : "code", code);
        }
        return new Answer(observed.status(), body, String.valueOf(code));
    }

    void write(Generation generation, Endpoint call, ObjectNode body) {
        for (Recording.Step step : steps) {
            if (step.call() == call
                    && fits(step, generation)
                    && step.observed().done()
                    && step.assumed().done()
                    && status(step.assumed()).equals(body.path("status").asText())) {
                for (Difference difference : Differences.between(step.assumed(), step.observed())) {
                    if (FORMS.contains(difference.kind())) {
                        apply(
                                difference,
                                body,
                                new ArrayList<>(List.of(difference.where().split("\\."))));
                    }
                }
                return;
            }
        }
    }

    private static boolean fits(Recording.Step step, Generation generation) {
        return step.legacy() == (generation == Generation.LEGACY);
    }

    private static String status(Said said) {
        return said.body() == null ? "" : said.body().path("status").asText();
    }

    private static void apply(Difference difference, JsonNode node, List<String> path) {
        String name = path.removeFirst();
        int bracket = name.indexOf('[');
        if (bracket >= 0) {
            String label = name.substring(bracket + 1, name.length() - 1);
            if (node.path(name.substring(0, bracket)) instanceof ArrayNode array) {
                for (int i = 0; i < array.size(); i++) {
                    if (Differences.label(array.get(i), i).equals(label) && !path.isEmpty()) {
                        apply(difference, array.get(i), new ArrayList<>(path));
                    }
                }
            }
        } else if (!path.isEmpty()) {
            apply(difference, node.path(name), path);
        } else if (node instanceof ObjectNode object) {
            set(difference, object, name);
        }
    }

    private static void set(Difference difference, ObjectNode object, String name) {
        JsonNode ours = object.path(name);
        switch (difference.kind()) {
            case MISSING -> object.remove(name);
            case ADDED -> object.set(name, difference.value());
            case NULL_NOT_ABSENT -> object.putNull(name);
            case ABSENT_NOT_NULL -> {
                if (ours.isNull()) {
                    object.remove(name);
                }
            }
            case NULL -> {
                if (difference.value() != null && difference.value().isNull()) {
                    object.putNull(name);
                } else if (ours.isNull()) {
                    object.set(name, difference.value());
                }
            }
            case TYPE -> {
                if (ours.isNumber() && difference.observed().equals("string")) {
                    object.put(name, ours.asText());
                } else if (ours.isTextual()
                        && difference.observed().toLowerCase(Locale.ROOT).contains("number")) {
                    object.put(name, ours.asLong());
                } else {
                    object.set(name, difference.value());
                }
            }
            case STATUS, CONTENT_TYPE, CODE, TEXT, VALUE, OUTCOME -> {
                // Not a matter of form.
            }
        }
    }
}
