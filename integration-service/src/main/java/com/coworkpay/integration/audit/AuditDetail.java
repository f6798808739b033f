package com.coworkpay.integration.audit;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// The members of an audit row's detail that more than one place knows.
public final class AuditDetail {

    public static final String CID = "cid";
    public static final String CREDENTIAL_KIND = "kind";

    private static final String BEFORE = "before.";
    private static final String AFTER = "after.";

    /// A value that was changed.
    public record Change(String what, String before, String after) {}

    private AuditDetail() {}

    /// Adds a change, if it is one.
    public static void change(Map<String, String> detail, String what, Object before, Object after) {
        if (!before.equals(after)) {
            detail.put(BEFORE + what, before.toString());
            detail.put(AFTER + what, after.toString());
        }
    }

    /// By their names.
    public static List<Change> changesIn(Map<String, Object> detail) {
        return new TreeMap<>(detail)
                .entrySet().stream()
                        .filter(member -> member.getKey().startsWith(BEFORE))
                        .map(member -> {
                            String what = member.getKey().substring(BEFORE.length());
                            Object after = Objects.requireNonNull(detail.get(AFTER + what), what);
                            return new Change(what, member.getValue().toString(), after.toString());
                        })
                        .toList();
    }
}
