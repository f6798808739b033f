package com.coworkpay.checks.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/// An overlay with the component `one-host`: everything is at the payers' host, behind its certificate.
class OneHostTest {
    private static final Path FOLDER = Repository.file("checks/kubernetes/target/one-host");

    @Test
    void everythingIsAtThePayersHost() throws IOException {
        var manifests = rendered();
        String payers =
                manifests.get("Ingress/coworkpay").at("/spec/rules/0/host").asText();
        var console = manifests.get("Ingress/coworkpay-console");
        assertThat(console.at("/spec/rules/0/host").asText()).isEqualTo(payers);
        assertThat(console.at("/spec/tls").isMissingNode()).isTrue();
        assertThat(console.at("/metadata/annotations/nginx.org~1mergeable-ingress-type")
                        .asText())
                .isEqualTo("minion");
        for (Rule rule : Rule.values()) {
            assertThat(rule.findings(manifests, Overlay.STAGING))
                    .as(rule.name())
                    .isEqualTo(rule == Rule.INGRESS_PATHS ? List.of(IngressPaths.ONE_HOST) : List.of());
        }
    }

    private static Manifests rendered() throws IOException {
        Files.createDirectories(FOLDER);
        Files.writeString(FOLDER.resolve("kustomization.yaml"), """
                apiVersion: kustomize.config.k8s.io/v1beta1
                kind: Kustomization
                resources: [../../../../deploy/kubernetes/overlays/staging]
                components: [../../../../deploy/kubernetes/components/one-host]
                """);
        return Manifests.of(Kustomize.rendered(FOLDER));
    }
}
