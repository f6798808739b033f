package com.coworkpay.tools.local.stack;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A part of the stack that runs as a process of its own.
///
/// @param name for people and for the name of its log
/// @param program what is started
/// @param environment what it is told besides the supervisor's own environment
/// @param log where its output goes
/// @param readiness tells when it can work
record ProcessSpec(String name, Program program, Map<String, String> environment, Path log, Readiness readiness) {
    ProcessSpec {
        environment = Map.copyOf(environment);
    }

    ProcessSpec(String name, List<String> arguments, Map<String, String> environment, Path log, Readiness readiness) {
        this(name, Program.ofOwnJdk(arguments), environment, log, readiness);
    }
}
