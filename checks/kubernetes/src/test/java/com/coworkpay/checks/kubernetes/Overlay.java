package com.coworkpay.checks.kubernetes;

import java.nio.file.Path;

/// What can be applied.
enum Overlay {
    DEV("deploy/kubernetes/overlays/dev"),
    STAGING("deploy/kubernetes/overlays/staging"),
    PROD("deploy/kubernetes/overlays/prod");

    private final String folder;
    private Manifests rendered = Manifests.NONE;

    Overlay(String folder) {
        this.folder = folder;
    }

    Path folder() {
        return Repository.file(folder);
    }

    synchronized Manifests manifests() {
        if (rendered == Manifests.NONE) {
            rendered = Manifests.of(Kustomize.rendered(folder()));
        }
        return rendered;
    }
}
