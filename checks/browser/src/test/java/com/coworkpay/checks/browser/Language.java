package com.coworkpay.checks.browser;

/// Of the browser, and so of the pages.
enum Language {
    KO("ko-KR"),
    EN("en-US");

    private final String locale;

    Language(String locale) {
        this.locale = locale;
    }

    String locale() {
        return locale;
    }

    String tag() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    /// As pages write it.
    String won(long amount) {
        String digits = String.format(java.util.Locale.ROOT, "%,d", amount);
        return this == KO ? digits + "원" : "₩" + digits;
    }
}
