package com.coworkpay.local.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.coworkpay.local.Console;
import com.coworkpay.local.stack.Keeper;
import com.coworkpay.local.stack.Services;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DemoIT {
    private final Stack stack = Stack.shared();

    @Test
    void passesAndPassesAgainAfterARestart() throws Exception {
        passes();
        stack.restart();
        passes();
    }

    @Test
    void passesWhileEachServiceInTurnIsKilled() throws Exception {
        var demo = CompletableFuture.supplyAsync(() -> {
            try {
                return passesOrSays();
            } catch (IOException failed) {
                throw new IllegalStateException(failed);
            }
        });
        for (int turn = 0; turn < 2; turn++) {
            for (String service : Services.NAMES) {
                killAndAwaitReturn(stack.stack().service(service));
            }
        }
        assertThat(demo.get()).contains("The demo passed");
    }

    private static void killAndAwaitReturn(Keeper service) {
        long before = service.pid();
        service.kill();
        await().atMost(Stack.LIMIT).until(() -> service.pid() != before && service.isReady());
    }

    private void passes() throws IOException {
        assertThat(passesOrSays()).contains("The demo passed").doesNotContain("DIFFERENT");
    }

    private String passesOrSays() throws IOException {
        var text = new ByteArrayOutputStream();
        var console = new Console(new PrintStream(text, true, StandardCharsets.UTF_8), false);
        Demo.play(stack.stack().addresses(), stack.stack().secrets(), console);
        return text.toString(StandardCharsets.UTF_8);
    }
}
