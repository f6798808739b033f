package com.coworkpay.tools.local.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.coworkpay.tools.local.Console;
import com.coworkpay.tools.local.stack.ServiceJvm;
import org.junit.jupiter.api.Test;

class EngineTest {
    private final Engine engine =
            new Engine(new ImagesOptions("debian", "coworkpay", "dev", "sudo podman", false), Console.standard());

    /// A cache that works in the whole machine may keep a service from starting in a container.
    @Test
    void aCacheIsTriedAsConfinedAsItIsUsed() {
        assertThat(engine.checkCommand(Image.ALL.getFirst()))
                .startsWith("sudo", "podman", "run")
                .contains(
                        "--memory=" + ServiceJvm.MIN_MEMORY_MIB + "m",
                        "--read-only",
                        "--cap-drop=ALL",
                        "--network=none",
                        "-XX:AOTMode=on",
                        "-XX:AOTCache=/app/start.aot");
    }
}
