package com.coworkpay.tools.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortRegistryTest {
    private static final OptionalInt UNASKED = OptionalInt.empty();
    private static final long ME = ProcessHandle.current().pid();

    @TempDir
    private Path folder;

    private final List<String> said = new ArrayList<>();

    @Test
    void aTakenPortIsNamedWithItsHolderAndAnotherOneIsUsed() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = book().forPeople("front door", UNASKED, taken.getLocalPort());
            assertThat(port).isNotEqualTo(taken.getLocalPort());
            assertThat(said).singleElement().asString().contains("(process " + ME + ")", "uses " + port + " instead");
        }
    }

    @Test
    void aTakenPortThatWasAskedForIsRefused() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int port = taken.getLocalPort();
            assertThatThrownBy(() -> book().forPeople("front door", OptionalInt.of(port), 8080))
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("(process " + ME + ")");
        }
    }

    @Test
    void aPortOnceChosenIsKept() {
        var first = book();
        int inside = first.inside("kafka");
        int outside = first.forPeople("front door", UNASKED, 0);
        first.save();
        var second = book();
        assertThat(second.inside("kafka")).isEqualTo(inside);
        assertThat(second.forPeople("front door", UNASKED, 8080)).isEqualTo(outside);
    }

    @Test
    void noPortIsGivenTwice() {
        var book = book();
        int first = book.forPeople("front door", UNASKED, 0);
        assertThat(book.forPeople("the issuer", UNASKED, first)).isNotEqualTo(first);
    }

    private PortRegistry book() {
        return new PortRegistry(folder.resolve("ports.properties"), false, said::add);
    }
}
