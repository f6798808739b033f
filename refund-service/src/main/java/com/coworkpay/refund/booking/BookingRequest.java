package com.coworkpay.refund.booking;

import com.coworkpay.platform.audit.Actor;
import com.coworkpay.platform.audit.AuditEntry;
import com.coworkpay.platform.audit.AuditedObject;
import com.coworkpay.platform.audit.ObjectType;
import com.coworkpay.platform.outbox.EventData;
import com.coworkpay.platform.outbox.UnreadableEventException;
import com.coworkpay.platform.problem.CommonProblem;
import com.coworkpay.platform.problem.ProblemException;
import com.coworkpay.refund.domain.RefundAction;
import com.coworkpay.refund.domain.RequestHash;
import com.coworkpay.refund.ledger.RefundProblem;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What the booking system, or a person, sent by REST.
///
/// @param data of the event, as JSON
/// @param audit who sent it
/// @param key the caller's id of the event
/// @param writtenAt when the sender wrote it down, where they say so; else it is when it arrived
record BookingRequest(
        String type,
        String payableId,
        String data,
        AuditEntry audit,
        String key,
        @Nullable Instant writtenAt) {

    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private static final JsonMapper JSON = new JsonMapper();

    /// @throws ProblemException naming the header or the member at fault
    static BookingRequest of(
            String locationId,
            BookingBody body,
            RefundAction action,
            Actor actor,
            @Nullable String key,
            @Nullable String ceTime) {
        if (key == null || !KEY.matcher(key).matches()) {
            throw ProblemException.of(RefundProblem.IDEMPOTENCY_KEY_REQUIRED).field("Idempotency-Key");
        }
        String stated = body.locationId();
        if (stated != null && !stated.equals(locationId)) {
            throw invalid("locationId");
        }
        ObjectNode data = JSON.valueToTree(body);
        data.put("locationId", locationId);
        String payableId = body.payable().id();
        AuditEntry audit = AuditEntry.done(
                        action, actor, AuditedObject.of(locationId, ObjectType.CANCELLATION, payableId))
                .with("payableType", body.payable().type())
                .with("payableId", payableId);
        return new BookingRequest(
                body.type(), payableId, json(data), audit, key, ceTime == null ? null : instant(ceTime));
    }

    String caller() {
        return audit.actor().subject();
    }

    /// The same under one key, whenever it was written down.
    String hash() {
        return RequestHash.of(type, data);
    }

    private static Instant instant(String ceTime) {
        ObjectNode header = JSON.createObjectNode();
        header.set("Ce-Time", TextNode.valueOf(ceTime));
        try {
            return EventData.of(header).instant("Ce-Time");
        } catch (UnreadableEventException other) {
            throw invalid("Ce-Time");
        }
    }

    private static String json(ObjectNode data) {
        try {
            return JSON.writeValueAsString(data);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read cannot be written", e);
        }
    }

    private static ProblemException invalid(String field) {
        return ProblemException.of(CommonProblem.INVALID_REQUEST).field(field);
    }
}
