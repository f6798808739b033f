package com.coworkpay.console.shell;

/// Neither is there such a page, nor does anybody learn whether there is such a location.
public final class NoSuchPageException extends RuntimeException {
    public NoSuchPageException() {
        super("no such page", null, false, false);
    }
}
