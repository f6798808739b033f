package com.coworkpay.tools.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.tools.local.Http;
import com.coworkpay.tools.local.stack.LocalStack;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/// How two processes of a service share its work.
final class Replicas {
    private final LocalStack stack;

    Replicas(LocalStack stack) {
        this.stack = stack;
    }

    /// Each topic that a group reads is read by two members, that is by both processes.
    void shareTheTopicsOf(String group) {
        readers(group).forEach((topic, members) -> assertThat(members)
                .as("members of %s that read %s", group, topic)
                .hasSize(2));
    }

    private Map<String, Set<String>> readers(String group) {
        var readers = readersOf(group);
        assertThat(readers).as("topics that %s reads", group).isNotEmpty();
        return readers;
    }

    private Map<String, Set<String>> readersOf(String group) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            var readers = new HashMap<String, Set<String>>();
            var described = admin.describeConsumerGroups(Set.of(group)).all().get();
            described.values().stream()
                    .flatMap(found -> found.members().stream())
                    .forEach(member -> member.assignment()
                            .topicPartitions()
                            .forEach(partition -> readers.computeIfAbsent(partition.topic(), topic -> new HashSet<>())
                                    .add(member.consumerId())));
            return readers;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof GroupIdNotFoundException) {
                return Map.of(); // not formed yet: its first process is still starting its consumers
            }
            throw new IllegalStateException(failed.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /// How many of the service's processes say that their outbox relay is the one at work.
    long relaysAtWork(String service) throws IOException {
        long atWork = 0;
        for (int number = 1; number <= stack.processes(service).size(); number++) {
            var metrics = new Http().send("GET", stack.address(service, number).resolve("/q/metrics"), Map.of(), null);
            atWork += metrics.body()
                    .lines()
                    .filter(line -> line.startsWith("coworkpay_outbox_leader") && line.endsWith(" 1.0"))
                    .count();
        }
        return atWork;
    }
}
