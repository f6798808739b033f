package com.coworkpay.tools.local.portal;

import static java.nio.file.StandardCopyOption.REPLACE_EXISTING;

import com.coworkpay.tools.local.PrivateFile;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/// All that the stand-in knows, in one file, which is replaced whole with each change: what was bought, what is still
/// to
/// be told to Kafka, up to where notices were heard, and the last things that were said. An event and the change that
/// it tells of are one change of the file; so is a notice and how far was heard.
final class Store {
    private static final Logger LOG = Logger.getLogger(Store.class.getName());
    private static final int MAX_ORDERS = 500;
    private static final int MAX_EXCHANGES = 60;

    private final Path file;
    private final LinkedHashMap<String, Order> orders = new LinkedHashMap<>();
    private final Deque<Event> unsent = new ArrayDeque<>();
    private final Deque<Exchange> exchanges = new ArrayDeque<>();
    private Map<Integer, Long> positions = Map.of();

    private Store(Path file) {
        this.file = file;
    }

    static Store kept(Path file) {
        try {
            var store = new Store(file);
            if (Files.exists(file)) {
                store.read(new JsonObject(Files.readString(file)));
            }
            return store;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (DecodeException
                | ClassCastException
                | IllegalArgumentException
                | NullPointerException
                | NoSuchElementException strange) {
            return putAside(file, strange);
        }
    }

    /// Of another version of this program, or changed by hand: a stand-in begins anew rather than keep the stack down.
    private static Store putAside(Path file, RuntimeException strange) {
        LOG.log(Level.WARNING, file + " cannot be read; the portal begins anew", strange);
        try {
            Files.move(file, file.resolveSibling(file.getFileName() + ".unreadable"), REPLACE_EXISTING);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Store(file);
    }

    private void read(JsonObject json) {
        each(json, "orders", order -> {
            var read = Order.of(order);
            orders.put(read.id(), read);
        });
        each(json, "unsent", event -> unsent.add(Event.of(event)));
        each(json, "exchanges", exchange -> exchanges.add(Exchange.of(exchange)));
        var received = new TreeMap<Integer, Long>();
        var partitions = json.getJsonObject("positions");
        partitions.fieldNames().forEach(name -> received.put(Integer.valueOf(name), partitions.getLong(name)));
        positions = received;
    }

    private static void each(JsonObject json, String name, java.util.function.Consumer<JsonObject> reader) {
        json.getJsonArray(name).forEach(each -> reader.accept((JsonObject) each));
    }

    synchronized Optional<Order> order(@Nullable String id) {
        return Optional.ofNullable(id == null ? null : orders.get(id));
    }

    /// Newest first.
    synchronized List<Order> orders() {
        return new ArrayList<>(orders.values()).reversed();
    }

    /// Keeps it, unless one of this id is there; returns the one that is kept.
    synchronized Order keep(Order order) {
        var kept = orders.putIfAbsent(order.id(), order);
        if (kept != null) {
            return kept;
        }
        while (orders.size() > MAX_ORDERS) {
            orders.pollFirstEntry();
        }
        save();
        return order;
    }

    synchronized Order change(String id, UnaryOperator<Order> change) {
        var changed = change.apply(orders.get(id));
        orders.put(id, changed);
        save();
        return changed;
    }

    interface Announcement {
        /// @return null where nothing is to be changed any more
        @Nullable
        Change change(Order order);
    }

    /// @param event tells of the changed order
    record Change(Order order, Event event) {}

    /// Changes an order and owes Kafka the event of it.
    ///
    /// @return whether there was something to change
    synchronized boolean announce(String id, Announcement announcement) {
        var order = orders.get(id);
        var change = order == null ? null : announcement.change(order);
        if (change == null) {
            return false;
        }
        orders.put(id, change.order());
        unsent.add(change.event());
        save();
        return true;
    }

    /// Changes several orders, and owes Kafka one event for all of them.
    synchronized void announceTogether(List<Order> changed, Event event) {
        changed.forEach(order -> orders.put(order.id(), order));
        unsent.add(event);
        save();
    }

    /// The oldest event that Kafka does not have yet.
    synchronized Optional<Event> owed() {
        return Optional.ofNullable(unsent.peekFirst());
    }

    synchronized void sent(Event event, Exchange exchange) {
        unsent.remove(event);
        said(exchange);
    }

    /// A notice of something that was bought here.
    ///
    /// @return false where it was heard before, or is about something else
    synchronized boolean received(String payableId, String type, JsonObject notice, Exchange exchange) {
        var order = orders.get(payableId);
        if (order == null) {
            return false;
        }
        var notified = order.notified().and(type, notice);
        if (notified.equals(order.notified())) {
            return false;
        }
        orders.put(payableId, order.withNotified(notified));
        add(exchange);
        return true;
    }

    synchronized void receivedUpTo(Map<Integer, Long> partitions) {
        positions = Map.copyOf(partitions);
        save();
    }

    synchronized Map<Integer, Long> positions() {
        return positions;
    }

    synchronized void said(Exchange exchange) {
        add(exchange);
        save();
    }

    private void add(Exchange exchange) {
        exchanges.addFirst(exchange);
        while (exchanges.size() > MAX_EXCHANGES) {
            exchanges.removeLast();
        }
    }

    /// Newest first.
    synchronized List<Exchange> exchanges() {
        return List.copyOf(exchanges);
    }

    private void save() {
        var partitions = new JsonObject();
        positions.forEach((partition, position) -> partitions.put(String.valueOf(partition), position));
        var json = new JsonObject()
                .put(
                        "orders",
                        new JsonArray(orders.values().stream().map(Order::json).toList()))
                .put("unsent", new JsonArray(unsent.stream().map(Event::json).toList()))
                .put(
                        "exchanges",
                        new JsonArray(exchanges.stream().map(Exchange::json).toList()))
                .put("positions", partitions);
        try {
            PrivateFile.write(file, json.encode());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
