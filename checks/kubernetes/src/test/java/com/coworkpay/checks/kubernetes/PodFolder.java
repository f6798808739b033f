package com.coworkpay.checks.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/// The Secrets of a pod as files, laid out as a kubelet does: each file a link into `..data`, which is a link
/// itself, so that all of them change at once.
final class PodFolder {
    private final Path root;

    /// By `secret/key`.
    private final Map<String, byte[]> secrets;

    PodFolder(Path root, Map<String, byte[]> secrets) {
        this.root = root;
        this.secrets = Map.copyOf(secrets);
    }

    /// Where a path of the pod is on this machine.
    Path at(String mountPath) {
        return root.resolve(mountPath.substring(1));
    }

    void mount(JsonNode workload) throws IOException {
        var volumes = new HashMap<String, JsonNode>();
        Manifests.each(Pods.spec(workload).path("volumes"))
                .forEach(volume -> volumes.put(volume.path("name").asText(), volume));
        var mounts = Pods.containers(workload)
                .flatMap(container -> Manifests.each(container.path("volumeMounts")))
                .toList();
        for (var mount : mounts) {
            var volume = volumes.getOrDefault(mount.path("name").asText(), mount);
            var files = at(mount.path("mountPath").asText());
            write(files, volume.path("secret"), "secretName");
            for (var source : volume.at("/projected/sources")) {
                write(files, source.path("secret"), "name");
            }
        }
    }

    private void write(Path folder, JsonNode secret, String name) throws IOException {
        Path data = Files.createDirectories(folder.resolve("..2026_11_26_00_00_00.1"));
        Path current = folder.resolve("..data");
        if (!Files.exists(current)) {
            Files.createSymbolicLink(current, data.getFileName());
        }
        for (var item : secret.path("items")) {
            String key = secret.path(name).asText() + "/" + item.path("key").asText();
            String file = item.path("path").asText();
            Files.write(data.resolve(file), Objects.requireNonNull(secrets.get(key), key));
            if (!Files.exists(folder.resolve(file))) {
                Files.createSymbolicLink(folder.resolve(file), Path.of("..data", file));
            }
        }
    }
}
