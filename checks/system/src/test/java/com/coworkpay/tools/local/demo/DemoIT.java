package com.coworkpay.tools.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.tools.local.stack.ProcessSupervisor;
import com.coworkpay.tools.local.stack.Services;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program behind `./coworkpay demo`.
class DemoIT {
    private static final long LIMIT_MINUTES = 10;

    private final Stack stack = Stack.shared();

    @TempDir
    private Path folder;

    @Test
    void passesWhileEachServiceInTurnIsKilled() throws Exception {
        var output = folder.resolve("demo.out");
        var demo = Stack.program(stack.folder(), "demo", output);
        try {
            for (String service : Services.NAMES) {
                killAndAwaitReturn(stack.stack().service(service));
            }
            assertThat(demo.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)).isTrue();
            assertThat(Files.readString(output)).contains("The demo passed").doesNotContain("DIFFERENT");
            assertThat(demo.exitValue()).isZero();
        } finally {
            demo.destroy();
        }
    }

    private static void killAndAwaitReturn(ProcessSupervisor service) {
        long before = service.pid();
        service.kill();
        await().atMost(Stack.LIMIT).until(() -> service.pid() != before && service.isReady());
    }
}
