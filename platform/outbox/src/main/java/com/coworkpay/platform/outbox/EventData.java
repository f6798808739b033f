package com.coworkpay.platform.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The data of an event, member by member. Whatever is missing or of another kind makes the event unreadable, with
/// the member's name as the reason; values are not repeated, they may be personal.
public final class EventData {

    private static final int MOST_CHARACTERS = 1000;
    private static final int MOST_OF_AN_ID = 200;

    /// What a date in an answer can show; nothing that is paid for lies outside.
    private static final int FIRST_YEAR = 1970;

    private static final int LAST_YEAR = 9999;

    private final String path;
    private final JsonNode node;

    private EventData(String path, JsonNode node) {
        this.path = path;
        this.node = node;
    }

    public static EventData of(JsonNode data) {
        return new EventData("", data);
    }

    public EventData object(String name) {
        JsonNode member = node.get(name);
        if (member == null || !member.isObject()) {
            throw unreadable(name, "an object");
        }
        return new EventData(path + name + ".", member);
    }

    /// The members of an array, which all are objects; at most so many.
    public List<EventData> objects(String name, int most) {
        JsonNode member = node.get(name);
        if (member == null || !member.isArray() || member.size() > most) {
            throw unreadable(name, "an array of at most " + most);
        }
        List<EventData> objects = new ArrayList<>();
        for (JsonNode each : member) {
            if (!each.isObject()) {
                throw unreadable(name, "an array of objects");
            }
            objects.add(new EventData(path + name + "[" + objects.size() + "].", each));
        }
        return objects;
    }

    public @Nullable EventData objectOrNull(String name) {
        return isAbsent(name) ? null : object(name);
    }

    public String text(String name) {
        JsonNode member = node.get(name);
        if (member == null || !member.isTextual() || member.textValue().isBlank()) {
            throw unreadable(name, "a text");
        }
        String text = member.textValue();
        // PostgreSQL keeps no NUL characters.
        if (text.length() > MOST_CHARACTERS || text.indexOf('\0') >= 0) {
            throw unreadable(name, "a text of at most " + MOST_CHARACTERS + " characters");
        }
        return text;
    }

    public String id(String name) {
        String id = text(name);
        if (id.length() > MOST_OF_AN_ID) {
            throw unreadable(name, "an id of at most " + MOST_OF_AN_ID + " characters");
        }
        return id;
    }

    public @Nullable String textOrNull(String name) {
        return isAbsent(name) ? null : text(name);
    }

    public long whole(String name) {
        JsonNode member = node.get(name);
        if (member == null || !member.isIntegralNumber() || !member.canConvertToLong()) {
            throw unreadable(name, "a whole number");
        }
        return member.longValue();
    }

    public long whole(String name, long least) {
        long number = whole(name);
        if (number < least) {
            throw unreadable(name, "a whole number of at least " + least);
        }
        return number;
    }

    public @Nullable Long wholeOrNull(String name) {
        return isAbsent(name) ? null : whole(name);
    }

    public boolean flag(String name) {
        JsonNode member = node.get(name);
        if (member == null || !member.isBoolean()) {
            throw unreadable(name, "true or false");
        }
        return member.booleanValue();
    }

    public Instant instant(String name) {
        return parsed(name, "an instant with its offset", text -> {
            OffsetDateTime at = OffsetDateTime.parse(text).withOffsetSameInstant(ZoneOffset.UTC);
            if (at.getYear() < FIRST_YEAR || at.getYear() > LAST_YEAR) {
                throw new DateTimeException("out of range");
            }
            return at.toInstant();
        });
    }

    public @Nullable Instant instantOrNull(String name) {
        return isAbsent(name) ? null : instant(name);
    }

    public @Nullable LocalDate dayOrNull(String name) {
        return isAbsent(name) ? null : parsed(name, "a day", LocalDate::parse);
    }

    public UUID uuid(String name) {
        return parsed(name, "a UUID", UUID::fromString);
    }

    public <E extends Enum<E>> E word(String name, Class<E> words) {
        return parsed(name, "one of the words of the contract", text -> Enum.valueOf(words, text));
    }

    /// As it is, for what is read elsewhere.
    public @Nullable JsonNode jsonOrNull(String name) {
        return isAbsent(name) ? null : node.get(name);
    }

    public UnreadableEvent unreadable(String name, String expected) {
        return new UnreadableEvent(path + name + " is not " + expected);
    }

    private <T> T parsed(String name, String expected, Function<String, T> parse) {
        try {
            return parse.apply(text(name));
        } catch (IllegalArgumentException | DateTimeException other) {
            throw unreadable(name, expected);
        }
    }

    private boolean isAbsent(String name) {
        JsonNode member = node.get(name);
        return member == null || member.isNull();
    }
}
