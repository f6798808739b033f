package com.coworkpay.checks.kubernetes;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// Kubernetes' pod security standard "restricted", for every workload and by the namespace for whatever else comes; and
/// beyond it a read-only root, no token, no variables made of other services' names, and bounds.
final class PodSecurity {
    private static final Set<String> VOLUMES = Set.of(
            "configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret");

    private PodSecurity() {}

    static List<String> findings(Manifests manifests) {
        var findings = new ArrayList<String>();
        manifests.workloads().forEach(workload -> ofPod(workload, findings));
        manifests.ofKind("ServiceAccount").stream()
                .filter(account -> account.path("automountServiceAccountToken").asBoolean(true))
                .forEach(account -> findings.add(Manifests.idOf(account) + " hands out a token"));
        if (manifests.ofKind("Namespace").stream().noneMatch(namespace -> namespace
                .at("/metadata/labels/pod-security.kubernetes.io~1enforce")
                .asText()
                .equals("restricted"))) {
            findings.add("the namespace does not enforce the restricted standard");
        }
        return findings;
    }

    private static void ofPod(JsonNode workload, List<String> findings) {
        var spec = Pods.spec(workload);
        String id = Manifests.idOf(workload);
        require(spec.at("/securityContext/runAsNonRoot").asBoolean(), id + " may run as root", findings);
        require(spec.at("/securityContext/runAsUser").asInt(0) > 0, id + " names no user", findings);
        require(
                spec.at("/securityContext/seccompProfile/type").asText().equals("RuntimeDefault"),
                id + " has no seccomp profile",
                findings);
        require(!spec.path("automountServiceAccountToken").asBoolean(true), id + " mounts a token", findings);
        require(!spec.path("enableServiceLinks").asBoolean(true), id + " gets variables of other services", findings);
        require(!spec.path("serviceAccountName").asText("default").equals("default"), id + " has no account", findings);
        Stream.of("hostNetwork", "hostPID", "hostIPC")
                .forEach(host -> require(!spec.path(host).asBoolean(), id + " uses " + host, findings));
        Manifests.each(spec.path("volumes"))
                .flatMap(volume -> Stream.of(volume).flatMap(v -> fieldNames(v)))
                .filter(type -> !type.equals("name") && !VOLUMES.contains(type))
                .forEach(type -> findings.add(id + " mounts a volume of type " + type));
        Pods.containers(workload).forEach(container -> ofContainer(id, container, findings));
    }

    private static void ofContainer(String id, JsonNode container, List<String> findings) {
        var context = container.path("securityContext");
        require(!context.path("allowPrivilegeEscalation").asBoolean(true), id + " may escalate privileges", findings);
        require(!context.path("privileged").asBoolean(), id + " is privileged", findings);
        require(context.path("readOnlyRootFilesystem").asBoolean(), id + " may write to its root", findings);
        require(context.path("runAsNonRoot").asBoolean(true), id + " has a container that may run as root", findings);
        require(
                context.at("/capabilities/drop").toString().equals("[\"ALL\"]")
                        && context.at("/capabilities/add").isMissingNode(),
                id + " keeps capabilities",
                findings);
        require(
                Manifests.each(container.path("ports")).noneMatch(port -> port.has("hostPort")),
                id + " takes a port of its host",
                findings);
        for (String bound :
                List.of("/resources/requests/cpu", "/resources/requests/memory", "/resources/limits/memory")) {
            require(!container.at(bound).isMissingNode(), id + " has no " + bound, findings);
        }
        require(
                Manifests.each(container.path("volumeMounts"))
                        .filter(mount -> !mount.path("readOnly").asBoolean())
                        .allMatch(mount -> mount.path("mountPath").asText().equals("/tmp")),
                id + " may write elsewhere than to /tmp",
                findings);
    }

    private static Stream<String> fieldNames(JsonNode object) {
        return object.properties().stream().map(java.util.Map.Entry::getKey);
    }

    private static void require(boolean holds, String finding, List<String> findings) {
        if (!holds) {
            findings.add(finding);
        }
    }
}
