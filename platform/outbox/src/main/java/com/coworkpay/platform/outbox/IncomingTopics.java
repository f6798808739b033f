package com.coworkpay.platform.outbox;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;

/// What this service consumes, as its incoming channels are configured.
@ApplicationScoped
class IncomingTopics {
    private static final Pattern CHANNEL = Pattern.compile("(mp\\.messaging\\.incoming\\.\"?([^.\"]+)\"?)\\.connector");

    /// @param group whose offsets say how far it is
    record Subscription(String topic, String group) {}

    private record Channel(String prefix, String name) {}

    private final Config config;

    IncomingTopics(Config config) {
        this.config = config;
    }

    /// The topic of each channel.
    Map<String, String> byChannel() {
        return channels().collect(Collectors.toMap(Channel::name, this::topic));
    }

    Set<String> topics() {
        return channels().map(this::topic).collect(Collectors.toCollection(TreeSet::new));
    }

    /// Without the channels that read from now on and commit nothing: they are never behind.
    List<Subscription> committed() {
        return channels()
                .filter(channel -> !"ignore".equals(value(channel, "commit-strategy", "")))
                .map(channel -> new Subscription(topic(channel), group(channel)))
                .distinct()
                .sorted(Comparator.comparing(Subscription::topic))
                .toList();
    }

    private Stream<Channel> channels() {
        return StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .map(CHANNEL::matcher)
                .filter(Matcher::matches)
                .map(matcher -> new Channel(matcher.group(1), matcher.group(2)))
                .filter(channel -> "smallrye-kafka".equals(value(channel, "connector", "")))
                .distinct();
    }

    private String topic(Channel channel) {
        return value(channel, "topic", channel.name());
    }

    private String group(Channel channel) {
        return config.getOptionalValue(channel.prefix() + ".group.id", String.class)
                .or(() -> config.getOptionalValue("kafka.group.id", String.class))
                .or(() -> config.getOptionalValue("quarkus.application.name", String.class))
                .orElse("");
    }

    private String value(Channel channel, String key, String otherwise) {
        return config.getOptionalValue(channel.prefix() + "." + key, String.class)
                .orElse(otherwise);
    }
}
