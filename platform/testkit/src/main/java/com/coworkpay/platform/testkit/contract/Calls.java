package com.coworkpay.platform.testkit.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/// Makes requests of an operation: right ones, and right ones with something odd put in.
final class Calls {

    private static final String RAW = "@raw@";

    private final Samples samples;
    private final Random random;
    private final List<Supplier<String>> tokens;
    private final Map<String, Supplier<String>> bodies;

    Calls(
            Contract contract,
            Map<String, Supplier<String>> known,
            Map<String, Supplier<String>> bodies,
            List<Supplier<String>> tokens,
            Random random) {
        this.bodies = bodies;
        this.samples = new Samples(contract, known, random);
        this.tokens = tokens;
        this.random = random;
    }

    /// As a careful client sends it.
    Call right(Operation operation) {
        Call call = new Call(operation);
        call.headers.put("Authorization", "Bearer " + tokens.getFirst().get());
        for (Operation.Input input : operation.inputs()) {
            String value = input.name().equals("Idempotency-Key")
                    ? new UUID(random.nextLong(), random.nextLong()).toString()
                    : samples.text(input.name(), input.schema());
            switch (input.place()) {
                case "path" -> call.path.put(input.name(), value);
                case "query" -> {
                    if (input.required() || random.nextInt(3) == 0) {
                        call.query(input.name(), queryValue(input));
                    }
                }
                default -> {
                    if (input.required()) {
                        call.headers.put(input.name(), value);
                    }
                }
            }
        }
        if (operation.hasBody()) {
            call.headers.put("Content-Type", "application/json");
            Supplier<String> right = random.nextInt(3) > 0 ? bodies.get(operation.id()) : null;
            call.body(right == null ? samples.of("", operation.body()).toString() : right.get());
        }
        return call;
    }

    /// With one to three things odd.
    Call odd(Operation operation) {
        Call call = right(operation);
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times; i++) {
            switch (random.nextInt(operation.hasBody() ? 12 : 7)) {
                case 0 -> oddPath(call);
                case 1, 2 -> oddQuery(call);
                case 3 -> oddHeader(call);
                case 4 -> oddToken(call);
                case 5 -> oddMethod(call);
                case 6 -> call.headers.put("Accept-Language", Oddities.language(random));
                case 7 -> oddBody(call);
                default -> oddMember(call);
            }
        }
        return call;
    }

    private String queryValue(Operation.Input input) {
        JsonNode schema = input.schema();
        boolean array = schema.path("type").asText().equals("array")
                || (schema.path("type").isArray()
                        && schema.path("type").get(0).asText().equals("array"));
        return samples.text(input.name(), array ? schema.path("items") : schema);
    }

    private void oddPath(Call call) {
        if (!call.path.isEmpty()) {
            String name = Oddities.any(List.copyOf(call.path.keySet()), random);
            call.path.put(name, Oddities.segment(random));
            call.oddities.add("path " + name);
        }
    }

    private void oddQuery(Call call) {
        List<String> names = call.operation.inputs().stream()
                .filter(input -> input.place().equals("query"))
                .map(Operation.Input::name)
                .toList();
        String name = names.isEmpty() || random.nextInt(4) == 0 ? Oddities.text(random) : Oddities.any(names, random);
        int times = 1 + random.nextInt(2);
        for (int i = 0; i < times; i++) {
            call.query(name, Oddities.text(random));
        }
        if (random.nextInt(6) == 0) {
            call.query.add(Oddities.any(List.of("%ff%fe=1", "x=%ed%a0%80", "&&", "=", "a", "from=%", "a=%zz"), random));
        }
        call.oddities.add("query");
    }

    private void oddHeader(Call call) {
        List<String> names = new ArrayList<>(List.of("Content-Type", "Accept", "If-Match", "Idempotency-Key"));
        call.operation.inputs().stream()
                .filter(input -> input.place().equals("header"))
                .forEach(input -> names.add(input.name()));
        String name = Oddities.any(names, random);
        if (random.nextInt(3) == 0) {
            call.headers.remove(name);
        } else {
            call.headers.put(name, Oddities.inHeader(Oddities.text(random)));
        }
        call.oddities.add("header " + name);
    }

    private void oddToken(Call call) {
        switch (random.nextInt(3)) {
            case 0 -> call.headers.remove("Authorization");
            case 1 -> call.headers.put("Authorization", Oddities.inHeader("Bearer " + Oddities.text(random)));
            default ->
                call.headers.put(
                        "Authorization",
                        "Bearer " + Oddities.any(tokens, random).get());
        }
        call.oddities.add("token");
    }

    private void oddMethod(Call call) {
        if (random.nextInt(3) == 0) {
            call.method = Oddities.any(List.of("GET", "PUT", "POST", "DELETE", "PATCH", "BREW"), random);
            call.oddities.add("method");
        }
    }

    private void oddBody(Call call) {
        String odd = Oddities.body(random);
        boolean wide = random.nextInt(5) == 0;
        call.body = odd.getBytes(wide ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8);
        call.oddities.add("body");
    }

    /// Something within the body is of another form, gone, twice or too much.
    private void oddMember(Call call) {
        if (call.body == null) {
            return;
        }
        try {
            JsonNode body = Contract.JSON.readTree(call.body);
            List<ObjectNode> objects = new ArrayList<>();
            collect(body, objects);
            if (objects.isEmpty()) {
                return;
            }
            ObjectNode object = Oddities.any(objects, random);
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            String name = names.isEmpty() ? "x" : Oddities.any(names, random);
            switch (random.nextInt(6)) {
                case 0 -> object.remove(name);
                case 1 -> object.put("surprise", RAW);
                case 2 -> object.put(name, Oddities.text(random));
                default -> object.put(name, RAW);
            }
            String text = body.toString().replace("\"" + RAW + "\"", Oddities.raw(random));
            call.body(random.nextInt(12) == 0 ? text.replaceFirst("\\{", "{\"" + name + "\":null,") : text);
            call.oddities.add("member " + name);
        } catch (java.io.IOException _) {
            call.oddities.add("body was odd already");
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        if (node instanceof ObjectNode || node instanceof ArrayNode) {
            node.forEach(child -> collect(child, objects));
        }
    }
}
