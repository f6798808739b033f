package com.coworkpay.tools.local.stack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The ports of one stack.
///
/// @param processes the ports of each service's processes, by the service's name
/// @param inside where a service of several processes is reached by the others, by its name; empty where each service
///     has one process, which is reached itself
record Ports(
        int frontDoor,
        int issuer,
        int simulator,
        int postgres,
        int kafka,
        Map<String, List<Integer>> processes,
        Map<String, Integer> inside) {
    private static final int USUAL_FRONT_DOOR = 8080;

    static Ports chosen(PortRegistry book, StackSettings settings) {
        int frontDoor = book.forPeople("front door", settings.port(), USUAL_FRONT_DOOR);
        var unasked = OptionalInt.empty();
        var ports = new Ports(
                frontDoor,
                book.forPeople("issuer", unasked, frontDoor + 1),
                book.forPeople("KakaoPay simulator", unasked, frontDoor + 2),
                book.inside("postgresql"),
                book.inside("kafka"),
                processes(book, settings),
                settings.replicas() == 1 ? Map.of() : inside(book, settings));
        book.save();
        return ports;
    }

    /// Where the others reach it.
    int of(String service) {
        return inside.getOrDefault(service, processes(service).getFirst());
    }

    List<Integer> processes(String service) {
        return Objects.requireNonNull(processes.get(service), service);
    }

    private static Map<String, List<Integer>> processes(PortRegistry book, StackSettings settings) {
        var ports = new LinkedHashMap<String, List<Integer>>();
        settings.programs()
                .forEach(service -> ports.put(
                        service,
                        IntStream.rangeClosed(1, settings.replicas())
                                .mapToObj(number -> book.inside(Services.process(service, number)))
                                .toList()));
        return ports;
    }

    private static Map<String, Integer> inside(PortRegistry book, StackSettings settings) {
        var ports = new LinkedHashMap<String, Integer>();
        settings.programs().forEach(service -> ports.put(service, book.inside(service + " inside")));
        return ports;
    }
}
