package com.coworkpay.checks.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What a page costs on the wire: requests and bytes, heads included, as the browser counts them. What comes from its
/// cache costs nothing; a stream is no part of a page's loading.
final class Traffic {
    private final Map<String, String> asked = new LinkedHashMap<>();
    private final Map<String, Long> bytes = new LinkedHashMap<>();
    private final Set<String> free = new HashSet<>();

    static Traffic of(Page page) {
        var traffic = new Traffic();
        var session = page.context().newCDPSession(page);
        session.on("Network.responseReceived", traffic::received);
        session.on("Network.requestServedFromCache", event -> traffic.free.add(id(event)));
        session.on("Network.loadingFinished", traffic::finished);
        session.send("Network.enable");
        return traffic;
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }

    private void received(JsonObject event) {
        var response = event.getAsJsonObject("response");
        asked.put(id(event), response.get("url").getAsString());
        boolean isStream = event.get("type").getAsString().equals("EventSource");
        if (isStream || response.get("fromDiskCache").getAsBoolean()) {
            free.add(id(event));
        }
    }

    private void finished(JsonObject event) {
        bytes.put(id(event), Math.round(event.get("encodedDataLength").getAsDouble()));
    }

    void forget() {
        asked.clear();
        bytes.clear();
        free.clear();
    }

    long requests() {
        return asked.keySet().stream().filter(id -> !free.contains(id)).count();
    }

    long bytes() {
        return bytes.entrySet().stream()
                .filter(loaded -> !free.contains(loaded.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /// Of one file, by how its path ends.
    long bytesOf(String ending) {
        return asked.entrySet().stream()
                .filter(each -> each.getValue().contains(ending) && !free.contains(each.getKey()))
                .mapToLong(each -> bytes.getOrDefault(each.getKey(), 0L))
                .sum();
    }

    @Override
    public String toString() {
        var text = new StringBuilder(requests() + " requests, " + bytes() + " bytes");
        asked.forEach((id, url) -> text.append("\n  ")
                .append(free.contains(id) ? "–" : String.valueOf(bytes.get(id)))
                .append(' ')
                .append(url));
        return text.toString();
    }
}
