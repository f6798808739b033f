package com.coworkpay.contracts;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Time zones of locations, all from one set of data: the JVM's. No database computes with them, as it has names and
/// rules of its own, of whatever year its host was installed in; it is given instants.
public final class TimeZones {

    /// Names that only java.time has: no other part of a location's software would know them.
    private static final String NOT_OF_IANA = "SystemV/";

    private static final Set<String> ACCEPTED = ZoneRulesProvider.getAvailableZoneIds().stream()
            .filter(name -> !name.startsWith(NOT_OF_IANA))
            .collect(Collectors.toUnmodifiableSet());

    private TimeZones() {}

    /// Whether a location may be given this zone: the name of an IANA zone, older spellings included (`ROK`), whose
    /// rules are known here. Offsets such as `+09:00` know no rules.
    public static boolean isAccepted(String name) {
        return ACCEPTED.contains(name);
    }

    /// A zone that somebody accepted before. Empty if that was a process with newer data than this one.
    public static Optional<ZoneId> find(String name) {
        try {
            return Optional.of(ZoneId.of(name));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }
}
