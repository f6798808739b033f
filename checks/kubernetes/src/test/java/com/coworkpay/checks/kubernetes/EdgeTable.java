package com.coworkpay.checks.kubernetes;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The table "Allowed connections" of the how-to: from, to, ports, overlays.
final class EdgeTable {
    private static final String DOCUMENT = "docs/how-to/deploy-on-kubernetes.md";
    private static final String HEADING = "| from | to | port | where |";

    private EdgeTable() {}

    static Set<String> of(Overlay overlay) {
        return Repository.text(DOCUMENT)
                .lines()
                .dropWhile(line -> !line.startsWith(HEADING))
                .skip(2)
                .takeWhile(line -> line.startsWith("|"))
                .map(EdgeTable::cells)
                .filter(cells -> cells.get(3).equals("all")
                        || words(cells.get(3)).contains(overlay.name().toLowerCase(Locale.ROOT)))
                .flatMap(cells -> words(cells.get(0)).stream().flatMap(from -> words(cells.get(1)).stream()
                        .flatMap(to -> words(cells.get(2)).stream().map(port -> NetworkEdges.edge(from, to, port)))))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> cells(String row) {
        return Arrays.stream(row.split("\\|")).skip(1).map(String::strip).toList();
    }

    private static List<String> words(String cell) {
        return Arrays.stream(cell.split(",")).map(String::strip).toList();
    }
}
