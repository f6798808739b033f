package com.coworkpay.kakaopay.check;

import com.coworkpay.platform.secret.SecretText;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Takes out of an answer what no file may hold: the key, `pg_token`, addresses of pages and of machines, parts of
/// card numbers, and every text and number in a field that nobody here knows.
final class Redaction {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> OF_A_CARD = Set.of("bin", "card_bin", "approved_id", "card_mid");
    private static final Pattern PAGE_KEY = Pattern.compile("[0-9a-fA-F]{32,}");
    private static final Pattern IP = Pattern.compile("\\b\\d{1,3}(\\.\\d{1,3}){3}\\b");
    private static final String TAKEN_OUT = "***";

    private final SecretText key;
    private final Set<String> tokens = new HashSet<>();
    private final Set<String> known = new HashSet<>();

    Redaction(SecretText key) {
        this.key = key;
    }

    void token(String token) {
        tokens.add(token);
    }

    /// All fields of this answer are known ones.
    void knows(@Nullable JsonNode body) {
        if (body == null) {
            return;
        }
        body.fieldNames().forEachRemaining(known::add);
        body.forEach(this::knows);
    }

    /// Null for what is no JSON.
    static @Nullable JsonNode parsed(String body) {
        try {
            JsonNode node = JSON.readTree(body);
            return node == null || !node.isContainerNode() ? null : node;
        } catch (JsonProcessingException noJson) {
            return null;
        }
    }

    @Nullable
    JsonNode of(@Nullable JsonNode body) {
        if (body == null) {
            return null;
        }
        JsonNode copy = body.deepCopy();
        clean(copy);
        return copy;
    }

    private void clean(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(field -> {
                if (field.getValue() instanceof TextNode text) {
                    field.setValue(TextNode.valueOf(clean(field.getKey(), text.asText())));
                } else if (field.getValue().isNumber() && !known.contains(field.getKey())) {
                    field.setValue(IntNode.valueOf(0));
                } else {
                    clean(field.getValue());
                }
            });
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.get(i) instanceof TextNode text) {
                    array.set(i, clean("", text.asText()));
                } else {
                    clean(array.get(i));
                }
            }
        }
    }

    private String clean(String field, String text) {
        boolean isPrivate = OF_A_CARD.contains(field) || field.equals("pg_token") || !known.contains(field);
        return isPrivate ? TAKEN_OUT : text(text);
    }

    String text(String text) {
        String clean = text.replace(key.reveal(), TAKEN_OUT);
        for (String token : tokens) {
            clean = clean.replace(token, TAKEN_OUT);
        }
        clean = IP.matcher(clean).replaceAll(TAKEN_OUT);
        return PAGE_KEY.matcher(clean).replaceAll(TAKEN_OUT);
    }
}
