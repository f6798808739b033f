package com.coworkpay.console.shell;

import com.coworkpay.console.client.LocationPage.Location;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// The parts of the console, in the order of the navigation, each with the permissions of which one is needed.
public enum Section {
    OVERVIEW("report:read", "payment:read", "integration:manage"),
    TRANSACTIONS("report:read"),
    REFUNDS("payment:read"),
    CANCELLATIONS("payment:read"),
    REVIEW("payment:read"),
    COMPARISONS("payment:read"),
    SCHEDULES("payment:read", "schedule:manage"),
    KAKAOPAY("integration:manage");

    private final List<String> permissions;

    Section(String... permissions) {
        this.permissions = List.of(permissions);
    }

    /// Of its address: `/console/{location}/{path}`.
    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    public boolean isFor(Location location) {
        return permissions.stream().anyMatch(location::may);
    }

    /// One of them suffices.
    public List<String> permissions() {
        return permissions;
    }

    public static List<Section> of(Location location) {
        return Arrays.stream(values()).filter(each -> each.isFor(location)).toList();
    }
}
