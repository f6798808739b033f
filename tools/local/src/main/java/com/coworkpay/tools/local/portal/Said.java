package com.coworkpay.tools.local.portal;

/// A text in both languages.
record Said(String korean, String english) {
    String in(Language language) {
        return language == Language.KO ? korean : english;
    }
}
