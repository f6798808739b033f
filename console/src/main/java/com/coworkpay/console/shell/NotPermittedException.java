package com.coworkpay.console.shell;

import java.util.List;

/// The person has permissions at this location, and none for this page.
public final class NotPermittedException extends RuntimeException {

    private final transient Shell shell;
    private final List<String> permissions;

    /// @param permissions of which one is needed
    public NotPermittedException(Shell shell, List<String> permissions) {
        super(permissions.toString(), null, false, false);
        this.shell = shell;
        this.permissions = List.copyOf(permissions);
    }

    Shell shell() {
        return shell;
    }

    List<String> permissions() {
        return permissions;
    }
}
