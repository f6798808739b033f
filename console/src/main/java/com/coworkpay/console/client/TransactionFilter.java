package com.coworkpay.console.client;

import jakarta.ws.rs.QueryParam;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The filters of transactions, as they stand in the page's address and go on to reporting-service, which checks them.
/// What was left empty in the form is no filter.
public class TransactionFilter {

    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("status")
    List<String> status = List.of();

    @QueryParam("type")
    List<String> type = List.of();

    @QueryParam("minKrw")
    @Nullable
    String minKrw;

    @QueryParam("maxKrw")
    @Nullable
    String maxKrw;

    @QueryParam("search")
    @Nullable
    String search;

    @QueryParam("live")
    @Nullable
    String live;

    /// One filter: its name in the address, and its value.
    public record Chosen(String name, String value, String addressWithout) {}

    public String from() {
        return text(from);
    }

    public String to() {
        return text(to);
    }

    public String minKrw() {
        return text(minKrw);
    }

    public String maxKrw() {
        return text(maxKrw);
    }

    public String search() {
        return text(search);
    }

    public String live() {
        return text(live);
    }

    public boolean hasStatus(String value) {
        return status.contains(value);
    }

    public boolean hasType(String value) {
        return type.contains(value);
    }

    /// As typed, without separators and empty fields.
    public TransactionFilter cleaned() {
        TransactionFilter cleaned = new TransactionFilter();
        cleaned.from = orNull(from);
        cleaned.to = orNull(to);
        cleaned.status = status.stream().filter(each -> !each.isBlank()).toList();
        cleaned.type = type.stream().filter(each -> !each.isBlank()).toList();
        cleaned.minKrw = amount(minKrw);
        cleaned.maxKrw = amount(maxKrw);
        cleaned.search = orNull(search);
        cleaned.live = orNull(live);
        return cleaned;
    }

    public List<Chosen> chosen() {
        List<String[]> all = pairs();
        List<Chosen> chosen = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            List<String[]> others = new ArrayList<>(all);
            others.remove(i);
            chosen.add(new Chosen(all.get(i)[0], all.get(i)[1], query(others)));
        }
        return chosen;
    }

    public boolean isEmpty() {
        return pairs().isEmpty();
    }

    /// For an address; empty, or ending in `&`.
    public String query() {
        return query(pairs());
    }

    private List<String[]> pairs() {
        List<String[]> pairs = new ArrayList<>();
        add(pairs, "from", from);
        add(pairs, "to", to);
        status.forEach(each -> add(pairs, "status", each));
        type.forEach(each -> add(pairs, "type", each));
        add(pairs, "minKrw", minKrw);
        add(pairs, "maxKrw", maxKrw);
        add(pairs, "search", search);
        add(pairs, "live", live);
        return pairs;
    }

    private static void add(List<String[]> pairs, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            pairs.add(new String[] {name, value});
        }
    }

    private static String query(List<String[]> pairs) {
        StringBuilder query = new StringBuilder();
        pairs.forEach(pair -> query.append(pair[0])
                .append('=')
                .append(URLEncoder.encode(pair[1], StandardCharsets.UTF_8))
                .append('&'));
        return query.toString();
    }

    private static @Nullable String orNull(@Nullable String value) {
        return value == null || value.isBlank() ? null : value.strip();
    }

    /// People write `22,000`.
    private static @Nullable String amount(@Nullable String value) {
        String digits = value == null ? "" : value.replaceAll("[,\\s]", "");
        return digits.isEmpty() ? null : digits;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
