package com.coworkpay.platform.outbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The data of an event, member by member. Whatever is missing or of another kind makes the event unreadable, with
/// the member's name as the reason; values are not repeated, they may be personal.
public final class EventData {

    /// RFC 3339: a date, a time with its seconds and any fraction of one, and an offset. No leap seconds. The first and
    /// the last day are taken in UTC alone, so that every instant lies in these years.
    public static final String INSTANT_FORM = "(19[7-9][0-9]|[2-9][0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]"
            + "|3[01])[Tt]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](\\.[0-9]+)?([Zz]|[+-](0[0-9]|1[0-7]):[0-5][0-9])";

    public static final Pattern INSTANT = Pattern.compile(INSTANT_FORM);

    public static final Pattern FIRST_OR_LAST_DAY_ELSEWHERE = Pattern.compile("(1970-01-01|9999-12-31).*[+-][0-9:]+");

    public static final String DAY_FORM = "(19[7-9][0-9]|[2-9][0-9]{3})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])";

    public static final Pattern DAY = Pattern.compile(DAY_FORM);

    public static final Pattern LOCATION_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");

    /// Something else than white space, and no NUL, which PostgreSQL does not keep.
    public static final Pattern TEXT = Pattern.compile("[^\\u0000]*[^\\t-\\r\\u001c-\\u0020\\u1680\\u2000-\\u2006"
            + "\\u2008-\\u200a\\u2028\\u2029\\u205f\\u3000\\u0000][^\\u0000]*");

    private static final Pattern UUID_FORM = Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

    /// More than a nanosecond's digits are cut off.
    private static final Pattern BEYOND_NANOSECONDS = Pattern.compile("(\\.[0-9]{9})[0-9]+");

    private static final int MAX_CHARACTERS = 1000;
    private static final int MAX_ID = 200;

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
    public List<EventData> objects(String name, int max) {
        JsonNode member = node.get(name);
        if (member == null || !member.isArray() || member.size() > max) {
            throw unreadable(name, "an array of at most " + max);
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

    /// As [#objects]; none where the member is absent.
    public List<EventData> objectsOrNone(String name, int max) {
        return isAbsent(name) ? List.of() : objects(name, max);
    }

    public @Nullable EventData objectOrNull(String name) {
        return isAbsent(name) ? null : object(name);
    }

    public String text(String name) {
        return text(name, MAX_CHARACTERS);
    }

    /// @param max characters, counted as JSON Schema does: a code point is one
    public String text(String name, int max) {
        JsonNode member = node.get(name);
        if (member == null || !member.isTextual()) {
            throw unreadable(name, "a text");
        }
        String text = member.textValue();
        if (!TEXT.matcher(text).matches() || text.codePointCount(0, text.length()) > max) {
            throw unreadable(name, "a text of at most " + max + " characters");
        }
        return text;
    }

    public String id(String name) {
        return text(name, MAX_ID);
    }

    public String locationId(String name) {
        String id = text(name);
        if (!LOCATION_ID.matcher(id).matches()) {
            throw unreadable(name, "the id of a location");
        }
        return id;
    }

    public @Nullable String idOrNull(String name) {
        return isAbsent(name) ? null : id(name);
    }

    public @Nullable String textOrNull(String name) {
        return textOrNull(name, MAX_CHARACTERS);
    }

    public @Nullable String textOrNull(String name, int max) {
        return isAbsent(name) ? null : text(name, max);
    }

    public long longValue(String name) {
        JsonNode member = node.get(name);
        // 5000, 5000.0 and 5e3 are one number, as JSON Schema has it.
        if (member == null || !member.isNumber() || !member.canConvertToLong() || !member.canConvertToExactIntegral()) {
            throw unreadable(name, "a whole number");
        }
        return member.longValue();
    }

    public long longValue(String name, long min) {
        long number = longValue(name);
        if (number < min) {
            throw unreadable(name, "a whole number of at least " + min);
        }
        return number;
    }

    public boolean booleanValue(String name) {
        return booleanValue(name, node.get(name));
    }

    /// An object whose members all are true or false.
    public Map<String, Boolean> booleans(String name) {
        Map<String, Boolean> booleans = new LinkedHashMap<>();
        EventData object = object(name);
        object.node
                .properties()
                .forEach(each -> booleans.put(each.getKey(), object.booleanValue(each.getKey(), each.getValue())));
        return booleans;
    }

    public Instant instant(String name) {
        return parsed(name, "an instant with its offset", text -> {
            if (!INSTANT.matcher(text).matches()
                    || FIRST_OR_LAST_DAY_ELSEWHERE.matcher(text).matches()) {
                throw new DateTimeException("out of form or range");
            }
            return OffsetDateTime.parse(BEYOND_NANOSECONDS.matcher(text).replaceFirst("$1"))
                    .toInstant();
        });
    }

    public @Nullable Instant instantOrNull(String name) {
        return isAbsent(name) ? null : instant(name);
    }

    public @Nullable LocalDate dayOrNull(String name) {
        return isAbsent(name) ? null : day(name);
    }

    public LocalDate day(String name) {
        return parsed(name, "a day", EventData::parseDay);
    }

    /// The members of an array, which all are days, each once; none where it is absent.
    public Set<LocalDate> daysOrNone(String name, int max) {
        if (isAbsent(name)) {
            return Set.of();
        }
        JsonNode member = node.get(name);
        if (!member.isArray() || member.size() > max) {
            throw unreadable(name, "an array of at most " + max);
        }
        Set<LocalDate> days = new LinkedHashSet<>();
        for (JsonNode each : member) {
            try {
                if (!each.isTextual() || !days.add(parseDay(each.textValue()))) {
                    throw unreadable(name, "an array of different days");
                }
            } catch (DateTimeException none) {
                throw unreadable(name, "an array of different days");
            }
        }
        return days;
    }

    private static LocalDate parseDay(String text) {
        if (!DAY.matcher(text).matches()) {
            throw new DateTimeException("out of form or range");
        }
        return LocalDate.parse(text);
    }

    public UUID uuid(String name) {
        return parsed(name, "a UUID", text -> {
            if (!UUID_FORM.matcher(text).matches()) {
                throw new IllegalArgumentException("out of form");
            }
            return UUID.fromString(text);
        });
    }

    public @Nullable UUID uuidOrNull(String name) {
        return isAbsent(name) ? null : uuid(name);
    }

    public <E extends Enum<E>> E enumValue(String name, Class<E> type) {
        return parsed(name, "one of the values of the contract", text -> Enum.valueOf(type, text));
    }

    /// Whether the member is there; null is a value.
    public boolean has(String name) {
        return node.has(name);
    }

    /// The names of the members.
    public List<String> names() {
        return node.properties().stream().map(Map.Entry::getKey).toList();
    }

    /// As it is, for what is read elsewhere.
    public @Nullable JsonNode jsonOrNull(String name) {
        return isAbsent(name) ? null : node.get(name);
    }

    public UnreadableEventException unreadable(String name, String expected) {
        return new UnreadableEventException(path + name, path + name + " is not " + expected);
    }

    private boolean booleanValue(String name, @Nullable JsonNode member) {
        if (member == null || !member.isBoolean()) {
            throw unreadable(name, "true or false");
        }
        return member.booleanValue();
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
