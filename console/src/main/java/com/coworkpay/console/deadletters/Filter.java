package com.coworkpay.console.deadletters;

import com.coworkpay.console.client.Typed;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which dead letters are listed: the open ones, unless another status is chosen.
public class Filter {

    static final List<String> STATUSES = List.of("OPEN", "REPLAYING", "REPLAYED", "DISMISSED");
    static final List<String> KINDS = List.of("UNREADABLE", "REFUSED_BY_DATABASE", "HANDLER_FAILED");

    @QueryParam("service")
    @Nullable
    String service;

    @QueryParam("status")
    @Nullable
    String status;

    @QueryParam("kind")
    @Nullable
    String kind;

    @QueryParam("topic")
    @Nullable
    String topic;

    public List<String> statuses() {
        return STATUSES;
    }

    public List<String> kinds() {
        return KINDS;
    }

    /// Empty: all of them.
    public String service() {
        return Typed.text(service);
    }

    /// The word itself goes to the service, which says what is wrong with it. `ALL`: none does.
    public String status() {
        return status == null ? "OPEN" : status.strip();
    }

    @Nullable
    String askedStatus() {
        return status().equals("ALL") ? null : status();
    }

    public String kind() {
        return Typed.text(kind);
    }

    public String topic() {
        return Typed.text(topic);
    }
}
