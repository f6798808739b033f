package com.coworkpay.local.stack;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// The ports of one stack.
///
/// @param services the port of each service, by its name
record Ports(int frontDoor, int issuer, int simulator, int postgres, int kafka, Map<String, Integer> services) {
    private static final int USUAL_FRONT_DOOR = 8080;

    static Ports chosen(PortBook book, StackSettings settings) {
        int frontDoor = book.forPeople("front door", settings.port(), USUAL_FRONT_DOOR);
        var unasked = java.util.OptionalInt.empty();
        var ports = new Ports(
                frontDoor,
                book.forPeople("issuer", unasked, frontDoor + 1),
                book.forPeople("KakaoPay simulator", unasked, frontDoor + 2),
                book.inside("postgresql"),
                book.inside("kafka"),
                services(book));
        book.save();
        return ports;
    }

    int of(String service) {
        return Objects.requireNonNull(services.get(service), service);
    }

    private static Map<String, Integer> services(PortBook book) {
        var ports = new LinkedHashMap<String, Integer>();
        Services.NAMES.forEach(service -> ports.put(service, book.inside(service)));
        return ports;
    }
}
