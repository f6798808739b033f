package com.coworkpay.platform.testkit;

import com.github.dockerjava.api.model.ExposedPort;
import com.github.dockerjava.api.model.PortBinding;
import com.github.dockerjava.api.model.Ports;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;

/// The Docker engine of this machine, if one answers.
final class Docker {
    private Docker() {}

    static boolean isThere() {
        String choice = System.getenv().getOrDefault("COWORKPAY_TEST_SERVERS", "");
        if (!choice.isEmpty()) {
            return choice.equals("containers");
        }
        return mayBeThere() && DockerClientFactory.instance().isDockerAvailable();
    }

    /// Asked first, as Testcontainers says at length that it found none.
    private static boolean mayBeThere() {
        if (System.getenv("DOCKER_HOST") != null) {
            return true;
        }
        try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            return channel.connect(UnixDomainSocketAddress.of("/var/run/docker.sock"));
        } catch (IOException noSocket) {
            return false;
        }
    }

    /// The same port of this machine through stops and starts of the container.
    static void bind(GenericContainer<?> container, int hostPort, int containerPort) {
        container.withCreateContainerCmdModifier(command -> {
            if (command.getHostConfig() != null) {
                command.getHostConfig()
                        .withPortBindings(
                                new PortBinding(Ports.Binding.bindPort(hostPort), ExposedPort.tcp(containerPort)));
            }
        });
    }

    static void stop(GenericContainer<?> container) {
        container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
    }

    static void start(GenericContainer<?> container) {
        container
                .getDockerClient()
                .startContainerCmd(container.getContainerId())
                .exec();
    }
}
