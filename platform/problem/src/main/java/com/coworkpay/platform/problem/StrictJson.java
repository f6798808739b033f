package com.coworkpay.platform.problem;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.util.List;

/// How request bodies are read: nothing is guessed, rounded or ignored, since amounts of money are in them.
///
/// Only for what callers send to us. Events and neighbours' answers are read with the service's own mapper, which
/// lets unknown properties pass, so that they can grow.
final class StrictJson {

    private static final int DEEPEST_NESTING = 32;
    private static final int MAX_STRING_LENGTH = 100_000;
    private static final int MAX_NUMBER_LENGTH = 100;
    private static final int MAX_NAME_LENGTH = 200;

    private StrictJson() {}

    static ObjectMapper of(ObjectMapper ofTheService) {
        ObjectMapper strict = ofTheService.copy();
        strict.enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
                DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                DeserializationFeature.FAIL_ON_INVALID_SUBTYPE,
                DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        strict.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
        strict.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        strict.getFactory()
                .setStreamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST_NESTING)
                        .maxStringLength(MAX_STRING_LENGTH)
                        .maxNumberLength(MAX_NUMBER_LENGTH)
                        .maxNameLength(MAX_NAME_LENGTH)
                        .build());
        refuseCoercions(strict);
        return strict;
    }

    /// A number is a number and a text a text: `"100"` is no amount.
    private static void refuseCoercions(ObjectMapper strict) {
        refuse(strict, LogicalType.Integer, CoercionInputShape.String, CoercionInputShape.Float);
        refuse(strict, LogicalType.Integer, CoercionInputShape.Boolean, CoercionInputShape.EmptyString);
        refuse(strict, LogicalType.Float, CoercionInputShape.String, CoercionInputShape.EmptyString);
        refuse(strict, LogicalType.Boolean, CoercionInputShape.String, CoercionInputShape.EmptyString);
        refuse(strict, LogicalType.Boolean, CoercionInputShape.Integer, CoercionInputShape.Float);
        refuse(strict, LogicalType.Textual, CoercionInputShape.Integer, CoercionInputShape.Float);
        refuse(strict, LogicalType.Textual, CoercionInputShape.Boolean);
        refuse(strict, LogicalType.Enum, CoercionInputShape.Integer, CoercionInputShape.EmptyString);
    }

    private static void refuse(ObjectMapper strict, LogicalType target, CoercionInputShape... shapes) {
        for (CoercionInputShape shape : List.of(shapes)) {
            strict.coercionConfigFor(target).setCoercion(shape, CoercionAction.Fail);
        }
    }
}
