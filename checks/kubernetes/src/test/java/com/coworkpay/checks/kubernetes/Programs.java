package com.coworkpay.checks.kubernetes;

import com.coworkpay.tools.local.stack.Services;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// What the local stack runs in processes of its own runs here as well, each with an address and an account.
final class Programs {
    private static final List<String> OF_EACH = List.of("Service", "ServiceAccount", "PodDisruptionBudget");

    private Programs() {}

    static List<String> findings(Manifests manifests) {
        var findings = new ArrayList<String>();
        var deployed =
                manifests.programs().stream().map(Manifests::nameOf).collect(Collectors.toCollection(TreeSet::new));
        var wanted = new TreeSet<>(Services.PROGRAMS);
        if (!deployed.equals(wanted)) {
            findings.add("deployed are " + deployed + ", the programs are " + wanted);
        }
        for (String program : wanted) {
            OF_EACH.stream()
                    .filter(kind -> !manifests.has(kind + "/" + program))
                    .forEach(kind -> findings.add(program + " has no " + kind));
        }
        return findings;
    }
}
