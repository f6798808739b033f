package com.coworkpay.console.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The filters of a list as they stand in the address of its page, so that back, reload and a link to a colleague show
/// the same.
public final class InAddress {

    /// One filter, and the query without it.
    public record Chosen(String name, String value, String queryWithout) {}

    private record Pair(String name, String value) {}

    private final List<Pair> pairs = new ArrayList<>();

    InAddress with(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            pairs.add(new Pair(name, value));
        }
        return this;
    }

    InAddress with(String name, List<String> values) {
        values.forEach(value -> with(name, value));
        return this;
    }

    public boolean isEmpty() {
        return pairs.isEmpty();
    }

    /// Empty, or ending in `&`.
    public String query() {
        return query(pairs);
    }

    public List<Chosen> chosen() {
        List<Chosen> chosen = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            List<Pair> others = new ArrayList<>(pairs);
            Pair pair = others.remove(i);
            chosen.add(new Chosen(pair.name(), pair.value(), query(others)));
        }
        return chosen;
    }

    private static String query(List<Pair> pairs) {
        StringBuilder query = new StringBuilder();
        pairs.forEach(pair -> query.append(pair.name())
                .append('=')
                .append(URLEncoder.encode(pair.value(), StandardCharsets.UTF_8))
                .append('&'));
        return query.toString();
    }
}
