package com.coworkpay.kakaopay.simulator;

import com.coworkpay.kakaopay.simulator.Difference.Kind;
import com.coworkpay.kakaopay.simulator.Recording.Said;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Compares two answers to the same call. Of ids, times and addresses only the form counts: they are never the same.
public final class Differences {
    private static final Set<String> CODES = Set.of("error_code", "code");
    private static final Pattern FORM =
            Pattern.compile("(tid|aid|sid|.*_at|next_redirect_.*_url|.*_scheme|card_item_code|.*_corp_code)");

    private final List<Difference> found = new ArrayList<>();

    private Differences() {}

    public static List<Difference> between(Said assumed, Said observed) {
        var differences = new Differences();
        differences.add(Kind.STATUS, "", assumed.status(), observed.status());
        if (assumed.status() == observed.status()) {
            differences.add(Kind.CONTENT_TYPE, "", mediaType(assumed), mediaType(observed));
        }
        differences.bodies(assumed.body(), observed.body());
        differences.add(Kind.OUTCOME, "", assumed.outcome(), observed.outcome());
        return List.copyOf(differences.found);
    }

    private void bodies(@Nullable JsonNode assumed, @Nullable JsonNode observed) {
        compare(
                "",
                "",
                assumed == null ? MissingNode.getInstance() : assumed,
                observed == null ? MissingNode.getInstance() : observed);
    }

    private static String mediaType(Said said) {
        return said.contentType().toLowerCase(Locale.ROOT).replace(" ", "");
    }

    private void compare(String where, String name, JsonNode assumed, JsonNode observed) {
        if (assumed.isObject() && observed.isObject()) {
            Set<String> names = new TreeSet<>();
            assumed.fieldNames().forEachRemaining(names::add);
            observed.fieldNames().forEachRemaining(names::add);
            for (String field : names) {
                String path = where.isEmpty() ? field : where + "." + field;
                compare(path, field, assumed.path(field), observed.path(field));
            }
        } else if (assumed.isArray() && observed.isArray()) {
            add(Kind.VALUE, where + ".length", assumed.size(), observed.size());
            for (int i = 0; i < Math.min(assumed.size(), observed.size()); i++) {
                compare(where + "[" + label(observed.get(i), i) + "]", "", assumed.get(i), observed.get(i));
            }
        } else {
            leaf(where, name, assumed, observed);
        }
    }

    private void leaf(String where, String name, JsonNode assumed, JsonNode observed) {
        if (assumed.isMissingNode() || observed.isMissingNode()) {
            absent(where, assumed, observed);
        } else if (assumed.isNull() != observed.isNull()) {
            add(Kind.NULL, where, assumed, observed);
        } else if (assumed.getNodeType() != observed.getNodeType()
                || (assumed.isNumber() && assumed.isIntegralNumber() != observed.isIntegralNumber())) {
            add(Kind.TYPE, where, type(assumed), type(observed), observed);
        } else if (FORM.matcher(name).matches() && assumed.isTextual()) {
            add(Kind.TEXT, where, form(assumed.asText()), form(observed.asText()));
        } else if (!assumed.equals(observed)) {
            add(
                    CODES.contains(where) ? Kind.CODE : assumed.isTextual() ? Kind.TEXT : Kind.VALUE,
                    where,
                    assumed,
                    observed);
        }
    }

    private void absent(String where, JsonNode assumed, JsonNode observed) {
        if (assumed.isMissingNode() && observed.isMissingNode()) {
            return;
        }
        if (assumed.isMissingNode()) {
            add(observed.isNull() ? Kind.NULL_NOT_ABSENT : Kind.ADDED, where, assumed, observed);
        } else {
            add(assumed.isNull() ? Kind.ABSENT_NOT_NULL : Kind.MISSING, where, assumed, observed);
        }
    }

    private void add(Kind kind, String where, JsonNode assumed, JsonNode observed) {
        add(kind, where, shown(assumed), shown(observed), observed);
    }

    private void add(Kind kind, String where, Object assumed, Object observed) {
        if (!Objects.equals(assumed, observed)) {
            add(kind, where, String.valueOf(assumed), String.valueOf(observed), null);
        }
    }

    private void add(Kind kind, String where, String assumed, String observed, @Nullable JsonNode value) {
        boolean known =
                found.stream().anyMatch(d -> d.kind() == kind && d.where().equals(where));
        if (!known) {
            found.add(new Difference(
                    kind, where, assumed, observed, value == null || value.isMissingNode() ? null : value));
        }
    }

    private static String shown(JsonNode node) {
        return node.isMissingNode() ? "absent" : node.isTextual() ? node.asText() : node.toString();
    }

    private static String type(JsonNode node) {
        return node.isNumber()
                ? (node.isIntegralNumber() ? "whole number" : "fraction")
                : node.getNodeType().name().toLowerCase(Locale.ROOT);
    }

    /// Entries of a list are told apart by what they are, not by their place.
    public static String label(JsonNode element, int index) {
        return element.path("payment_action_type").asText(Integer.toString(index));
    }

    /// Letters, digits and their number of an id; what a time and an address are made of.
    private static String form(String text) {
        if (text.matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d")) {
            return "time without offset";
        }
        if (text.matches("[A-Za-z][A-Za-z0-9+.-]*://.*")) {
            return "address";
        }
        if (text.matches("[TAS][0-9A-Za-z]{19}")) {
            return text.charAt(0) + " and 19 letters or digits";
        }
        return text.matches("[0-9A-Za-z]+") ? "letters or digits" : "another text: " + text;
    }
}
