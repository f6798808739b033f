package com.coworkpay.platform.testkit;

import java.lang.management.ManagementFactory;
import java.util.function.Supplier;
import javax.management.JMException;
import javax.management.JMX;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/// Servers that are there once per JVM, whichever class loader asks.
final class JvmWide {
    private JvmWide() {}

    static TestServerMXBean server(String name, Supplier<TestServerMXBean> start) {
        MBeanServer registry = ManagementFactory.getPlatformMBeanServer();
        try {
            ObjectName key = new ObjectName("com.coworkpay.testkit:type=" + name);
            synchronized (registry) {
                if (!registry.isRegistered(key)) {
                    registry.registerMBean(start.get(), key);
                }
            }
            return JMX.newMXBeanProxy(registry, key, TestServerMXBean.class);
        } catch (JMException e) {
            throw new IllegalStateException(e);
        }
    }
}
