package com.coworkpay.platform.testkit;

import java.util.Map;

/// A server that tests use, seen through the JVM's MBean server: class loaders come and go (Quarkus has several for
/// one test run), the server is there once per JVM.
public interface TestServerMXBean {
    /// Where it is; constant through stops and starts.
    int getPort();

    /// User and password, where it has them.
    Map<String, String> getAccess();

    /// Takes it away as an outage would; its data stays. Nothing happens if it is away.
    void stop();

    /// Brings it back on the same port. Nothing happens if it is there.
    void start();
}
