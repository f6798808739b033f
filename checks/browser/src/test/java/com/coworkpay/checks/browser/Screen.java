package com.coworkpay.checks.browser;

/// On a desk or in a hand.
enum Screen {
    DESK(1280, 900),
    PHONE(390, 844);

    private final int width;
    private final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    String tag() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
