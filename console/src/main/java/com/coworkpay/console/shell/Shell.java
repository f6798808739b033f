package com.coworkpay.console.shell;

import com.coworkpay.console.client.LocationPage.Location;
import com.coworkpay.console.session.Language;
import com.coworkpay.console.session.Theme;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What every page has around its contents.
///
/// @param person how the issuer calls the person; null: signed out
/// @param location null on pages of no location
/// @param section that is open; null on pages of none
/// @param address of this page
/// @param isFormUnsent a form of it was pressed after the session had ended
public record Shell(
        Language language,
        Theme theme,
        @Nullable String person,
        @Nullable Location location,
        @Nullable Section section,
        String address,
        boolean isFormUnsent) {

    private static final ZoneId KOREA = ZoneId.of("Asia/Seoul");

    public List<Section> sections() {
        return location == null ? List.of() : Section.of(location);
    }

    public Location requiredLocation() {
        return Objects.requireNonNull(location);
    }

    public boolean may(String permission) {
        return location != null && location.may(permission);
    }

    /// The location's zone, in which all times of its pages are said.
    public ZoneId zone() {
        return location == null || location.timezone() == null ? KOREA : ZoneId.of(location.timezone());
    }

    /// The checkout's pages have a door, and in production a host, of their own.
    public boolean isCheckout() {
        return address.startsWith("/checkout/");
    }

    /// The first part of the addresses that this page may use.
    public String door() {
        return isCheckout() ? "/checkout" : "/console";
    }

    public boolean isOpen(Section other) {
        return section == other;
    }

    /// Of a page of this location.
    public String path(String page) {
        return "/console/" + (location == null ? "" : location.locationId() + "/" + page);
    }
}
