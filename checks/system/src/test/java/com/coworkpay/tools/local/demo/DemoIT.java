package com.coworkpay.tools.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.tools.local.Console;
import com.coworkpay.tools.local.stack.ProcessSupervisor;
import com.coworkpay.tools.local.stack.Services;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DemoIT {
    private final Stack stack = Stack.shared();

    @Test
    void passesWhileEachServiceInTurnIsKilled() throws Exception {
        var demo = CompletableFuture.supplyAsync(this::played);
        for (String service : Services.NAMES) {
            killAndAwaitReturn(stack.stack().service(service));
        }
        assertThat(demo.get()).contains("The demo passed");
    }

    private static void killAndAwaitReturn(ProcessSupervisor service) {
        long before = service.pid();
        service.kill();
        await().atMost(Stack.LIMIT).until(() -> service.pid() != before && service.isReady());
    }

    private String played() {
        var text = new ByteArrayOutputStream();
        try {
            Demo.play(
                    stack.stack().addresses(),
                    stack.stack().secrets(),
                    new Console(new PrintStream(text, true, StandardCharsets.UTF_8), false));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return text.toString(StandardCharsets.UTF_8);
    }
}
