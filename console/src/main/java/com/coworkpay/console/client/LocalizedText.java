package com.coworkpay.console.client;

import com.coworkpay.console.session.Language;

/// A text of a service, in both languages.
public record LocalizedText(String ko, String en) {

    public String in(Language language) {
        return language == Language.KO ? ko : en;
    }
}
