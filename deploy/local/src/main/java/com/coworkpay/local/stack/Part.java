package com.coworkpay.local.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A part of the stack that runs as a process of its own.
///
/// @param name for people and for the name of its log
/// @param arguments what follows `java`
/// @param environment what it is told besides the supervisor's own environment
/// @param log where its output goes
/// @param readiness tells when it can work
record Part(String name, List<String> arguments, Map<String, String> environment, Path log, Readiness readiness) {
    Part {
        arguments = List.copyOf(arguments);
        environment = Map.copyOf(environment);
    }
}
