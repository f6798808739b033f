package com.coworkpay.platform.audit;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// One row of the audit. Nothing in it may be a secret.
///
/// @param outcome `DONE`, or the code of the refusal
/// @param why the reason or note that a person gave
/// @param before values that were changed, by name
/// @param after what these became, and values that are new
public record AuditEntry(
        Enum<?> action,
        String outcome,
        Actor actor,
        AuditedObject object,
        @Nullable String why,
        Map<String, String> before,
        Map<String, String> after) {

    public static final String DONE = "DONE";

    public AuditEntry {
        before = Map.copyOf(before);
        after = Map.copyOf(after);
    }

    public static AuditEntry done(Enum<?> action, Actor actor, AuditedObject object) {
        return new AuditEntry(action, DONE, actor, object, null, Map.of(), Map.of());
    }

    public AuditEntry withOutcome(String code) {
        return new AuditEntry(action, code, actor, object, why, before, after);
    }

    public AuditEntry about(AuditedObject other) {
        return new AuditEntry(action, outcome, actor, other, why, before, after);
    }

    public AuditEntry because(@Nullable String reason) {
        return new AuditEntry(action, outcome, actor, object, reason, before, after);
    }

    /// With a value that is new; null is none.
    public AuditEntry with(String name, @Nullable Object value) {
        return value == null
                ? this
                : new AuditEntry(action, outcome, actor, object, why, before, added(after, name, value));
    }

    /// With values that are new.
    public AuditEntry with(Map<String, String> values) {
        AuditEntry all = this;
        for (var value : values.entrySet()) {
            all = all.with(value.getKey(), value.getValue());
        }
        return all;
    }

    /// With a value that was changed, if it was.
    public AuditEntry changed(String name, @Nullable Object from, @Nullable Object to) {
        if (from == null || from.equals(to)) {
            return from == null ? with(name, to) : this;
        }
        var was = added(before, name, from);
        return new AuditEntry(action, outcome, actor, object, why, was, to == null ? after : added(after, name, to));
    }

    private static Map<String, String> added(Map<String, String> values, String name, Object value) {
        var all = new TreeMap<>(values);
        all.put(name, value.toString());
        return all;
    }

    /// As the statement of [AuditSql] reads it.
    JsonObject json() {
        var paymentId = object.paymentId();
        return new JsonObject()
                .put("action", action.name())
                .put("outcome", outcome)
                .put("actor", actor.subject())
                .put("address", actor.address())
                .put("trace_id", actor.traceId().orElse(null))
                .put("location_id", object.locationId())
                .put("object_type", object.type().name())
                .put("object_id", object.id())
                .put("payment_id", paymentId == null ? null : paymentId.toString())
                .put("why", why)
                .put("before", new JsonObject(Map.copyOf(before)))
                .put("after", new JsonObject(Map.copyOf(after)));
    }

    /// One or none, as the value of the statement's parameter.
    public static String rows(@Nullable AuditEntry entry) {
        return entry == null ? "[]" : new JsonArray().add(entry.json()).encode();
    }

    public static String rows(Iterable<AuditEntry> entries) {
        var rows = new JsonArray();
        entries.forEach(entry -> rows.add(entry.json()));
        return rows.encode();
    }
}
