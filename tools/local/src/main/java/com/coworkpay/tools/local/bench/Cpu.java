package com.coworkpay.tools.local.bench;

import com.coworkpay.tools.local.stack.LocalStack;
import com.coworkpay.tools.local.stack.Services;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/// CPU time that processes have used until now, in milliseconds, by name.
record Cpu(Map<String, Long> usedMs) {
    static final String POSTGRES = "PostgreSQL";

    static Cpu now(LocalStack stack) {
        var used = new LinkedHashMap<String, Long>();
        stack.programs()
                .forEach(program ->
                        used.put(program, ofTree(stack.service(program).pid())));
        used.put(POSTGRES, ofTree(stack.postgresServerPid()));
        used.put("Kafka", ofTree(stack.kafka().pid()));
        return new Cpu(used);
    }

    Cpu since(Cpu before) {
        var used = new LinkedHashMap<String, Long>();
        usedMs.forEach((name, ms) -> used.put(name, ms - before.usedMs.getOrDefault(name, 0L)));
        return new Cpu(used);
    }

    /// Of the four services and PostgreSQL together.
    long suiteMs() {
        return usedMs.entrySet().stream()
                .filter(used -> used.getKey().equals(POSTGRES) || Services.NAMES.contains(used.getKey()))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /// Of the services, the console, PostgreSQL and Kafka.
    long allMs() {
        return usedMs.values().stream().mapToLong(Long::longValue).sum();
    }

    static long ofTree(long pid) {
        return ProcessHandle.of(pid).stream()
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .mapToLong(Duration::toMillis)
                .sum();
    }
}
