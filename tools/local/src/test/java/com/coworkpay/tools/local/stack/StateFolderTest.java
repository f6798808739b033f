package com.coworkpay.tools.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    @TempDir
    private Path folder;

    @Test
    void aSecondStackOnTheSameFolderIsRefusedInWords() {
        try (var first = StateFolder.open(folder)) {
            assertThat(first.path()).isEqualTo(folder);
            assertThat(StateFolder.isInUse(folder)).isTrue();
            assertThatThrownBy(() -> StateFolder.open(folder))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("already running");
        }
        assertThat(StateFolder.isInUse(folder)).isFalse();
    }

    @Test
    void forgettingKeepsNothingButTheLock() throws Exception {
        try (var state = StateFolder.open(folder)) {
            Files.createDirectories(state.keys());
            Files.writeString(state.keys().resolve("k"), "x");
            state.forget();
            try (var left = Files.list(folder)) {
                assertThat(left).containsExactly(folder.resolve("lock"));
            }
        }
    }
}
