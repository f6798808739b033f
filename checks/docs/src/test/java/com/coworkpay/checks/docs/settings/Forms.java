package com.coworkpay.checks.docs.settings;

/// What a setting's type asks for, in the words of the page.
final class Forms {
    private Forms() {}

    static String inWords(String name, String type) {
        if (type.startsWith("Optional<")) {
            return inWords(name, type.substring("Optional<".length(), type.length() - 1));
        }
        return switch (type) {
            case "Duration" -> "duration";
            case "int", "long" -> number(name);
            case "boolean" -> "true or false";
            case "URI" -> "URL";
            case "Path" -> "file";
            case "String" -> "text";
            case "List<URI>" -> "URLs, with commas";
            case "List<String>" -> "texts, with commas";
            default ->
                throw new IllegalArgumentException(name + " has a type that this page has no words for: " + type);
        };
    }

    private static String number(String name) {
        if (name.endsWith("-ms")) {
            return "milliseconds";
        }
        return name.endsWith("-bytes") ? "bytes" : "whole number";
    }
}
