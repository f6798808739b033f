package com.coworkpay.platform.problem;

import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.util.List;
import java.util.regex.Pattern;

/// Builds a path as a caller sees it in JSON: `policy.steps[0].percent`.
///
/// A name that the caller made up is a part of it (an unknown property); such a name is shown only while it looks
/// like one, so that nothing can be smuggled into an answer or a log.
final class FieldPath {

    private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern SAFE_PARAMETER = Pattern.compile("[A-Za-z0-9_.\\-\\[\\]]{1,64}");
    private static final int MAX_LENGTH = 300;

    private final StringBuilder path = new StringBuilder();

    static String of(List<JsonMappingException.Reference> references) {
        FieldPath built = new FieldPath();
        for (JsonMappingException.Reference reference : references) {
            if (reference.getFieldName() != null) {
                built.name(reference.getFieldName());
            } else {
                built.index(reference.getIndex());
            }
        }
        return built.toString();
    }

    static String of(JsonStreamContext context) {
        FieldPath built = new FieldPath();
        built.follow(context);
        return built.toString();
    }

    /// The name of a query parameter, which some callers write like a part of an array: `status[]`.
    static String ofParameter(String name) {
        return SAFE_PARAMETER.matcher(name).matches() ? name : "?";
    }

    FieldPath name(String name) {
        if (!path.isEmpty()) {
            path.append('.');
        }
        path.append(SAFE_NAME.matcher(name).matches() ? name : "?");
        return this;
    }

    FieldPath index(int index) {
        path.append('[').append(index < 0 ? "?" : index).append(']');
        return this;
    }

    @Override
    public String toString() {
        return path.length() <= MAX_LENGTH ? path.toString() : path.substring(0, MAX_LENGTH) + "…";
    }

    private void follow(JsonStreamContext context) {
        if (context.getParent() != null) {
            follow(context.getParent());
        }
        if (context.inArray()) {
            index(context.getCurrentIndex());
        } else if (context.inObject() && context.getCurrentName() != null) {
            name(context.getCurrentName());
        }
    }
}
